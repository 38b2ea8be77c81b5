package org.luoshi.meetings.plan;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a year: what is to be held in which month, and which meeting each line became (domain/burden.md, B-15). */
@Service
@Transactional
public class MeetingPlanService {

    private static final UUID SCOPE = new UUID(0, 7);
    private static final int MOST_MINUTES = 14 * 24 * 60;

    private static final String ROW = """
            select id, version, year, month, kind, title, audience, people, minutes, meeting_id from meetings.plan_line
            """;

    private final JdbcClient jdbc;
    private final MeetingKinds kinds;
    private final MeetingService meetings;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    MeetingPlanService(
            JdbcClient jdbc,
            MeetingKinds kinds,
            MeetingService meetings,
            FilesApi files,
            HistoryApi history,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.meetings = meetings;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** The lines of a year by month; for everybody who sees all meetings. */
    @Transactional(readOnly = true)
    public List<MeetingPlanLine> of(int year, Actor viewer) {
        if (!MeetingRights.seesAll(viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        return jdbc.sql(ROW + " where year = :year order by month, id")
                .param("year", year)
                .query(MeetingPlanLine.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<MeetingPlanLine> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(MeetingPlanLine.class)
                .optional();
    }

    public UUID add(
            int year, int month, String kind, String title, Audience audience, int people, int minutes, Actor actor) {
        requireKeeper(actor);
        if (kinds.find(kind).isEmpty()) {
            throw MeetingError.CHOICE_UNKNOWN.with(Map.of("field", "kind"));
        }
        if (people < 1 || people > NewMeeting.MOST_PEOPLE) {
            throw MeetingError.NUMBER_UNREADABLE.with(
                    Map.of("field", "people", "least", 1, "most", NewMeeting.MOST_PEOPLE));
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", "minutes", "least", 1, "most", MOST_MINUTES));
        }
        String words = MeetingWords.require("title", title, NewMeeting.LONGEST_TITLE);
        files.requireUnmarked(words);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into meetings.plan_line (id, version, year, month, kind, title, audience, people, minutes)
                values (:id, 1, :year, :month, :kind, :title, :audience, :people, :minutes)
                """)
                .param("id", id)
                .param("year", year)
                .param("month", month)
                .param("kind", kind)
                .param("title", words)
                .param("audience", audience.name())
                .param("people", people)
                .param("minutes", minutes)
                .update();
        record("added", year, month, words, actor);
        return id;
    }

    /** Takes a line out that no meeting came of. */
    public void remove(UUID id, Actor actor) {
        requireKeeper(actor);
        MeetingPlanLine line = find(id).orElseThrow(MeetingError.UNKNOWN::plain);
        int gone = jdbc.sql("delete from meetings.plan_line where id = :id and meeting_id is null")
                .param("id", id)
                .update();
        if (gone == 0) {
            throw MeetingError.NOT_IN_THIS_STATE.with(Map.of("title", line.title()));
        }
        record("removed", line.year(), line.month(), line.title(), actor);
    }

    /** Proposes the meeting that a line announced; once. */
    public UUID propose(UUID lineId, NewMeeting meeting, Actor actor) {
        MeetingPlanLine line = find(lineId).orElseThrow(MeetingError.UNKNOWN::plain);
        UUID id = meetings.propose(meeting, actor);
        int tied = jdbc.sql("""
                        update meetings.plan_line set version = version + 1, meeting_id = :meeting
                        where id = :id and meeting_id is null
                        """).param("id", lineId).param("meeting", id).update();
        if (tied == 0) {
            throw MeetingError.NOT_IN_THIS_STATE.with(Map.of("title", line.title()));
        }
        return id;
    }

    private static void requireKeeper(Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
    }

    private void record(String action, int year, int month, String title, Actor actor) {
        history.record(
                new HistoryFact(
                        SCOPE,
                        "meetings.plan",
                        SCOPE,
                        action,
                        Map.of("year", year, "month", month, "title", title),
                        null),
                actor);
    }
}
