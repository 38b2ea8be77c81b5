package org.luoshi.mailbox.core;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What became of each mail, without its text, for ninety days. */
@Component
class MailboxLines {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_SENDER = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Known(String outcome) {

        boolean isTaken() {
            return outcome.equals("TAKEN");
        }
    }

    /** Null when it was not read yet. */
    @Nullable
    Known known(MailIntake.Place place) {
        return jdbc.sql("select outcome from mailbox.mail where uid_validity = :validity and uid = :number")
                .param("validity", place.validity())
                .param("number", place.number())
                .query(Known.class)
                .optional()
                .orElse(null);
    }

    boolean isTaken(byte[] key) {
        return jdbc.sql("select exists (select 1 from mailbox.mail where message_key = :key and outcome = 'TAKEN')")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Only what came with a right reference: whoever forges a sender must not use up what the person may send. */
    int ofToday(String sender) {
        return jdbc.sql("""
                        select count(*) from mailbox.mail where sender = :sender and read_at > :since and subject_id is not null
                        """)
                .param("sender", shortened(sender))
                .param("since", Sql.at(clock.instant().minus(DAY)))
                .query(Integer.class)
                .single();
    }

    /** A second line of the same identity is refused by the database, and the draft of it with it. */
    void taken(
            MailIntake.Place place,
            byte[] key,
            String sender,
            UUID personId,
            UUID subjectId,
            UUID resultId,
            int leftOut) {
        insert(place, key, sender, "TAKEN", null, personId, subjectId, resultId, leftOut);
    }

    UUID refused(
            MailIntake.Place place,
            byte[] key,
            String sender,
            MailRefusal why,
            @Nullable String rule,
            @Nullable UUID personId,
            @Nullable UUID subjectId) {
        String reason = rule == null ? why.name() : why.name() + ":" + rule;
        return insert(place, key, sender, "REFUSED", reason, personId, subjectId, null, 0);
    }

    private UUID insert(
            MailIntake.Place place,
            byte[] key,
            String sender,
            String outcome,
            @Nullable String reason,
            @Nullable UUID personId,
            @Nullable UUID subjectId,
            @Nullable UUID resultId,
            int leftOut) {
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                        insert into mailbox.mail (id, read_at, uid_validity, uid, message_key, sender, outcome, reason,
                            person_id, subject_id, result_id, left_out)
                        values (:id, :now, :validity, :number, :key, :sender, :outcome, :reason, :person, :subject,
                            :result, :leftOut)
                        """)
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .param("validity", place.validity())
                .param("number", place.number())
                .param("key", key)
                .param("sender", shortened(sender))
                .param("outcome", outcome)
                .param("reason", reason)
                .param("person", personId)
                .param("subject", subjectId)
                .param("result", resultId)
                .param("leftOut", leftOut)
                .update();
        return id;
    }

    private static String shortened(String sender) {
        String storable = sender.replace("\0", "");
        return storable.length() <= LONGEST_SENDER ? storable : storable.substring(0, LONGEST_SENDER);
    }

    @Scheduled(fixedDelay = 6, initialDelay = 6, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void forget() {
        jdbc.sql("delete from mailbox.mail where read_at < :before")
                .param("before", Sql.at(clock.instant().minus(KEPT)))
                .update();
    }
}
