package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps with a report by which way it came. */
@Component
class ReportOrigins {

    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    ReportOrigins(JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** What an officer writes down has a name and a day that is not to come. */
    void keep(UUID feedbackId, ReportOrigin origin) {
        if (origin.toldBy().isEmpty() || origin.toldBy().length() > LONGEST_NAME) {
            throw LedgerError.TOLD_BY_MISSING.plain();
        }
        LocalDate day = origin.toldOn();
        boolean missing = day == null && origin.way().isBasis();
        if (missing || day != null && day.isAfter(LocalDate.now(clock.withZone(zone)))) {
            throw LedgerError.TOLD_ON_WRONG.plain();
        }
        jdbc.sql("""
                insert into ledger.feedback_origin (feedback_id, way, told_by, telephone, told_on, partner)
                values (:feedback, :way, :by, :telephone, :on, :partner)
                """)
                .param("feedback", feedbackId)
                .param("way", origin.way().name())
                .param("by", origin.toldBy())
                .param("telephone", origin.telephone())
                .param("on", day)
                .param("partner", origin.partner())
                .update();
    }
}
