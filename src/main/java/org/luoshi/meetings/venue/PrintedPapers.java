package org.luoshi.meetings.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was printed for a meeting, with the words that stood on it. */
@Component
class PrintedPapers {

    /** The newest print of one card, sheet or handbook. */
    record Printed(VenuePaper paper, UUID subjectId, String words, String seat, int batch, Instant printedAt) {}

    /** One thing to be noted as printed. */
    record ToPrint(UUID subjectId, String words, String seat) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PrintedPapers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Printed> of(UUID meetingId) {
        return jdbc.sql("""
                        select paper, subject_id, words, seat, batch, printed_at from meetings.printed
                        where meeting_id = :meeting order by paper, batch, subject_id
                        """)
                .param("meeting", meetingId)
                .query(PrintedPapers::row)
                .list();
    }

    private static Printed row(ResultSet row, int number) throws SQLException {
        return new Printed(
                VenuePaper.valueOf(row.getString("paper")),
                row.getObject("subject_id", UUID.class),
                row.getString("words"),
                row.getString("seat"),
                row.getInt("batch"),
                row.getObject("printed_at", OffsetDateTime.class).toInstant());
    }

    /** Notes them as one print; its number. */
    int note(UUID meetingId, VenuePaper paper, List<ToPrint> printed, Actor actor) {
        int batch = jdbc.sql(
                        "select coalesce(max(batch), 0) + 1 from meetings.printed where meeting_id = :meeting and paper = :paper")
                .param("meeting", meetingId)
                .param("paper", paper.name())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into meetings.printed (meeting_id, paper, subject_id, words, seat, batch, printed_at, printed_by)
                select :meeting, :paper, subject, words, seat, :batch, :now, :by
                from unnest(:subjects, :words, :seats) as one (subject, words, seat)
                on conflict (meeting_id, paper, subject_id) do update set words = excluded.words, seat = excluded.seat,
                    batch = excluded.batch, printed_at = excluded.printed_at, printed_by = excluded.printed_by
                """)
                .param("meeting", meetingId)
                .param("paper", paper.name())
                .param("batch", batch)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.personId())
                .param(
                        "subjects",
                        Sql.ids(printed.stream().map(ToPrint::subjectId).toList()))
                .param("words", Sql.texts(printed.stream().map(ToPrint::words).toList()))
                .param("seats", Sql.texts(printed.stream().map(ToPrint::seat).toList()))
                .update();
        return batch;
    }

    /** Cards that lie on another seat now; nobody printed them anew. */
    void putElsewhere(UUID meetingId, UUID attendeeId, String seat) {
        jdbc.sql(
                        "update meetings.printed set seat = :seat where meeting_id = :meeting and paper = 'CARD' and subject_id = :subject")
                .param("meeting", meetingId)
                .param("subject", attendeeId)
                .param("seat", seat)
                .update();
    }
}
