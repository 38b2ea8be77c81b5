package org.luoshi.meetings.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts as rows, and which attendees they named. */
@Component
class ReceiptStore {

    private static final String ROW = """
            select meeting_id, unit_id, notice_number, stale, coming, reason, on_behalf, answered_by, answered_at
            from meetings.receipt where meeting_id = :meeting
            """;

    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MeetingReceipt> of(UUID meetingId) {
        return jdbc.sql(ROW)
                .param("meeting", meetingId)
                .query(MeetingReceipt.class)
                .list();
    }

    Optional<MeetingReceipt> find(UUID meetingId, UUID unitId) {
        return jdbc.sql(ROW + " and unit_id = :unit")
                .param("meeting", meetingId)
                .param("unit", unitId)
                .query(MeetingReceipt.class)
                .optional();
    }

    /** Writes it, or anew. */
    void put(MeetingReceipt receipt) {
        jdbc.sql("""
                insert into meetings.receipt (meeting_id, unit_id, notice_number, stale, coming, reason, on_behalf, answered_by, answered_at)
                values (:meeting, :unit, :number, :stale, :coming, :reason, :behalf, :by, :at)
                on conflict (meeting_id, unit_id) do update set notice_number = excluded.notice_number, stale = excluded.stale,
                    coming = excluded.coming, reason = excluded.reason, on_behalf = excluded.on_behalf,
                    answered_by = excluded.answered_by, answered_at = excluded.answered_at
                """)
                .param("meeting", receipt.meetingId())
                .param("unit", receipt.unitId())
                .param("number", receipt.noticeNumber())
                .param("stale", receipt.stale())
                .param("coming", receipt.coming())
                .param("reason", receipt.reason())
                .param("behalf", receipt.onBehalf())
                .param("by", receipt.answeredBy())
                .param("at", Sql.at(receipt.answeredAt()))
                .update();
    }

    /** Of whom the receipt of this unit speaks. */
    List<UUID> namedBy(UUID meetingId, UUID unitId) {
        return jdbc.sql("select attendee_id from meetings.receipt_name where meeting_id = :meeting and unit_id = :unit")
                .param("meeting", meetingId)
                .param("unit", unitId)
                .query(UUID.class)
                .list();
    }

    /** All who were named by any receipt of this meeting. */
    List<UUID> named(UUID meetingId) {
        return jdbc.sql("select attendee_id from meetings.receipt_name where meeting_id = :meeting")
                .param("meeting", meetingId)
                .query(UUID.class)
                .list();
    }

    void name(UUID meetingId, UUID unitId, Collection<UUID> attendees) {
        jdbc.sql("""
                insert into meetings.receipt_name (attendee_id, meeting_id, unit_id) select unnest(:attendees), :meeting, :unit
                on conflict (attendee_id) do update set meeting_id = excluded.meeting_id, unit_id = excluded.unit_id
                """)
                .param("attendees", Sql.ids(attendees))
                .param("meeting", meetingId)
                .param("unit", unitId)
                .update();
    }

    void remove(UUID meetingId, UUID unitId) {
        jdbc.sql("delete from meetings.receipt where meeting_id = :meeting and unit_id = :unit")
                .param("meeting", meetingId)
                .param("unit", unitId)
                .update();
    }
}
