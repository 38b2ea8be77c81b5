package org.luoshi.meetings.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.platform.Page;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office's own limits for a kind, beside what a meeting would make of them: shown to who approves, never a refusal by themselves. */
@Component
@Transactional(readOnly = true)
public class KindLimits {

    private final JdbcClient jdbc;
    private final MeetingKinds kinds;
    private final ZoneId zone;

    KindLimits(JdbcClient jdbc, MeetingKinds kinds, ZoneId zone) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.zone = zone;
    }

    /** @param text in the reader's language */
    public record OfficeLimit(boolean over, String text) {}

    /** Those that are set for its kind; none where none is set. */
    public List<OfficeLimit> of(Meeting meeting, Page page) {
        List<OfficeLimit> limits = new ArrayList<>();
        kinds.find(meeting.kind()).ifPresent(kind -> {
            Integer most = kind.mostAYear();
            if (most != null) {
                int count = othersThisYear(meeting) + 1;
                limits.add(new OfficeLimit(
                        count > most,
                        page.t(
                                "meetings.limit.most",
                                "kind",
                                kind.label(page),
                                "count",
                                count,
                                "most",
                                most,
                                "year",
                                meeting.day(zone).getYear())));
            }
            Integer longest = kind.longestMinutes();
            if (longest != null) {
                limits.add(new OfficeLimit(
                        meeting.minutes() > longest,
                        page.t("meetings.limit.longest", "minutes", meeting.minutes(), "longest", longest)));
            }
        });
        return limits;
    }

    /** Submitted, approved or held in its year and not called off. */
    private int othersThisYear(Meeting meeting) {
        LocalDate first = meeting.day(zone).withDayOfYear(1);
        return jdbc.sql("""
                        select cast(count(*) as int) from meetings.meeting
                        where kind = :kind and id <> :id and starts_at >= :from and starts_at < :before and submitted_at is not null
                          and cancelled_at is null and merged_into is null
                        """)
                .param("kind", meeting.kind())
                .param("id", meeting.id())
                .param("from", Sql.at(first.atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(first.plusYears(1).atStartOfDay(zone).toInstant()))
                .query(Integer.class)
                .single();
    }
}
