package org.luoshi.meetings.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of notices as rows; none is ever changed. */
@Component
class MeetingNoticeStore {

    private static final String ROW = """
            select meeting_id, number, title, starts_at, ends_at, place, chair, audience, agenda, dress, materials, contact, telephone,
                words, report_by, reason, sequence, answers_from, sent_by, sent_at
            from meetings.notice where meeting_id = :meeting
            """;

    private final JdbcClient jdbc;

    MeetingNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<MeetingNotice> of(UUID meetingId) {
        return jdbc.sql(ROW + " order by number desc")
                .param("meeting", meetingId)
                .query(MeetingNotice.class)
                .list();
    }

    Optional<MeetingNotice> newest(UUID meetingId) {
        return jdbc.sql(ROW + " order by number desc limit 1")
                .param("meeting", meetingId)
                .query(MeetingNotice.class)
                .optional();
    }

    void insert(MeetingNotice notice) {
        jdbc.sql("""
                insert into meetings.notice (meeting_id, number, title, starts_at, ends_at, place, chair, audience, agenda, dress, materials,
                    contact, telephone, words, report_by, reason, sequence, answers_from, sent_by, sent_at)
                values (:meeting, :number, :title, :starts, :ends, :place, :chair, :audience, :agenda, :dress, :materials,
                    :contact, :telephone, :words, :reportBy, :reason, :sequence, :answersFrom, :by, :now)
                """)
                .param("meeting", notice.meetingId())
                .param("number", notice.number())
                .param("title", notice.title())
                .param("starts", Sql.at(notice.startsAt()))
                .param("ends", Sql.at(notice.endsAt()))
                .param("place", notice.place())
                .param("chair", notice.chair())
                .param("audience", notice.audience().name())
                .param("agenda", notice.agenda())
                .param("dress", notice.dress())
                .param("materials", notice.materials())
                .param("contact", notice.contact())
                .param("telephone", notice.telephone())
                .param("words", notice.words())
                .param("reportBy", Sql.at(notice.reportBy()))
                .param("reason", notice.reason())
                .param("sequence", notice.sequence())
                .param("answersFrom", notice.answersFrom())
                .param("by", notice.sentBy())
                .param("now", Sql.at(notice.sentAt()))
                .update();
    }
}
