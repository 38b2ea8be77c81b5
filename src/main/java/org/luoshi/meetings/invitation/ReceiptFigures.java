package org.luoshi.meetings.invitation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts receipts without reading them. */
@Component
@Transactional(readOnly = true)
public class ReceiptFigures {

    private final JdbcClient jdbc;

    ReceiptFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a meeting's units have answered its newest notice.
     *
     * @param people those named by units that come
     */
    public record ReceiptCounts(int units, int silent, int toConfirm, int comes, int declines, int people) {

        /** Those who have answered, whatever they said and to whichever version. */
        public int answered() {
            return units - silent;
        }

        public int of(ReceiptState state) {
            return switch (state) {
                case SILENT -> silent;
                case TO_CONFIRM -> toConfirm;
                case COMES -> comes;
                case DECLINES -> declines;
            };
        }
    }

    /** Of this meeting. */
    public ReceiptCounts of(UUID meetingId) {
        return jdbc.sql("""
                        select cast(count(*) as int) as units,
                            cast(count(*) filter (where r.unit_id is null) as int) as silent,
                            cast(count(*) filter (where not holds) as int) as to_confirm,
                            cast(count(*) filter (where holds and coming) as int) as comes,
                            cast(count(*) filter (where holds and not coming) as int) as declines,
                            (select cast(count(*) as int) from meetings.receipt_name where meeting_id = :meeting) as people
                        from meetings.invited_unit i
                        left join (select r.unit_id, r.coming, not r.stale and r.notice_number >= newest.answers_from as holds
                            from meetings.receipt r
                            cross join (select answers_from from meetings.notice where meeting_id = :meeting
                                order by number desc limit 1) newest
                            where r.meeting_id = :meeting) r on r.unit_id = i.unit_id
                        where i.meeting_id = :meeting
                        """)
                .param("meeting", meetingId)
                .query(ReceiptCounts.class)
                .single();
    }

    /**
     * Receipts and attendees that have lost their place: still with a meeting that was held together with another one, without the notice they
     * answer, or coming with nobody named. There are none.
     */
    public int orphans() {
        return jdbc.sql("""
                        select cast(
                            (select count(*) from meetings.receipt r join meetings.meeting m on m.id = r.meeting_id
                                where m.merged_into is not null
                                   or not exists (select 1 from meetings.notice n
                                        where n.meeting_id = r.meeting_id and n.number = r.notice_number)
                                   or not exists (select 1 from meetings.invited_unit i
                                        where i.meeting_id = r.meeting_id and i.unit_id = r.unit_id)
                                   or r.coming and not exists (select 1 from meetings.receipt_name n
                                        where n.meeting_id = r.meeting_id and n.unit_id = r.unit_id))
                            + (select count(*) from meetings.attendee a join meetings.meeting m on m.id = a.meeting_id
                                where m.merged_into is not null)
                            + (select count(*) from meetings.receipt_name n join meetings.attendee a on a.id = n.attendee_id
                                where a.meeting_id <> n.meeting_id or a.unit_id <> n.unit_id)
                            as int)
                        """).query(Integer.class).single();
    }
}
