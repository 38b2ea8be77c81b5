package org.luoshi.meetings.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Freezes figures when a briefing uses them: they open for ever as they were, whatever is recorded later. */
@Service
@Transactional
public class FrozenFiguresService {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final MeetingFigures figures;
    private final FilesApi files;
    private final HistoryApi history;
    private final JsonMapper json;
    private final Clock clock;

    FrozenFiguresService(
            JdbcClient jdbc, MeetingFigures figures, FilesApi files, HistoryApi history, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.files = files;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    public UUID freeze(LocalDate from, LocalDate to, String usedIn, Actor actor) {
        String words = MeetingWords.require("usedIn", usedIn, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        String content = json.writeValueAsString(figures.between(from, to, actor));
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into meetings.frozen_figures (id, from_day, to_day, used_in, frozen_at, frozen_by, content, hash)
                values (:id, :from, :to, :usedIn, :now, :by, :content, :hash)
                """)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("usedIn", words)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.personId())
                .param("content", content)
                .param("hash", hash(content))
                .update();
        history.record(
                new HistoryFact(
                        id,
                        "meetings.figures",
                        id,
                        "frozen",
                        Map.of("from", from, "to", to, "usedIn", words, "hash", hash(content)),
                        null),
                actor);
        return id;
    }

    private static String hash(String content) {
        return HexFormat.of().formatHex(SecretWord.hash(content));
    }

    @Transactional(readOnly = true)
    public FrozenFigures require(UUID id, Actor viewer) {
        requireReader(viewer);
        return jdbc.sql("select * from meetings.frozen_figures where id = :id")
                .param("id", id)
                .query(this::row)
                .optional()
                .orElseThrow(MeetingError.UNKNOWN::plain);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<FrozenFigures> recent(Actor viewer) {
        requireReader(viewer);
        return jdbc.sql("select * from meetings.frozen_figures order by frozen_at desc, id limit " + SHOWN)
                .query(this::row)
                .list();
    }

    private static void requireReader(Actor viewer) {
        if (!MeetingRights.seesAll(viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
    }

    private FrozenFigures row(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        return new FrozenFigures(
                row.getObject("id", UUID.class),
                row.getString("used_in"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getObject("frozen_by", UUID.class),
                json.readValue(content, FigureSet.class),
                row.getString("hash"),
                hash(content).equals(row.getString("hash")));
    }
}
