package org.luoshi.meetings.venue;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of rooms and lines; kept by those who prepare meetings. */
@Service
@Transactional
public class Facilities {

    /** Of one room. */
    public static final int MOST_SEATS = 20_000;

    /** Of one row. */
    public static final int MOST_IN_A_ROW = 60;

    /** Before or after a meeting. */
    public static final int MOST_MINUTES = 24 * 60;

    private static final String COLUMNS =
            "id, version, kind, name, place, telephone, seats, head_seats, row_seats, video, set_up_minutes, clearing_minutes, ended";

    private final JdbcClient jdbc;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    Facilities(JdbcClient jdbc, FilesApi files, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** Rooms first, those that are not offered any more last. */
    @Transactional(readOnly = true)
    public List<Facility> all() {
        return jdbc.sql("select " + COLUMNS + " from meetings.facility order by ended, kind desc, seats desc, name, id")
                .query(Facility.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Facility require(UUID id) {
        return find(id).orElseThrow(VenueError.FACILITY_UNKNOWN::plain);
    }

    Optional<Facility> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from meetings.facility where id = :id")
                .param("id", id)
                .query(Facility.class)
                .optional();
    }

    /** The room whose name stands in the words for a place; the longest where there are several. */
    @Nullable
    Facility roomNamedIn(String place) {
        return all().stream()
                .filter(one -> one.isRoom() && !one.ended() && place.contains(one.name()))
                .max(Comparator.comparing(one -> one.name().length()))
                .orElse(null);
    }

    public UUID add(Facility wanted, Actor actor) {
        Facility facility = checked(wanted, actor);
        UUID id = TimeOrderedIds.next(clock);
        try {
            write(facility, jdbc.sql("""
                    insert into meetings.facility (id, version, kind, name, place, telephone, seats, head_seats, row_seats, video,
                        set_up_minutes, clearing_minutes, ended)
                    values (:id, 1, :kind, :name, :place, :telephone, :seats, :head, :row, :video, :setUp, :clearing, :ended)
                    """))
                    .param("id", id)
                    .param("kind", facility.kind().name())
                    .update();
        } catch (DuplicateKeyException there) {
            throw VenueError.FACILITY_THERE.with(Map.of("field", "name", "name", facility.name()));
        }
        record(id, "added", facility, actor);
        return id;
    }

    /** What is booked stays booked; other set-up times count for the next booking. */
    public void change(Facility wanted, Actor actor) {
        Facility facility = checked(wanted, actor);
        int changed;
        try {
            changed = write(facility, jdbc.sql("""
                    update meetings.facility set version = version + 1, name = :name, place = :place, telephone = :telephone, seats = :seats,
                        head_seats = :head, row_seats = :row, video = :video, set_up_minutes = :setUp, clearing_minutes = :clearing,
                        ended = :ended
                    where id = :id and version = :version
                    """))
                    .param("id", facility.id())
                    .param("version", facility.version())
                    .update();
        } catch (DuplicateKeyException there) {
            throw VenueError.FACILITY_THERE.with(Map.of("field", "name", "name", facility.name()));
        }
        if (changed == 0) {
            require(facility.id());
            throw MeetingError.CHANGED_MEANWHILE.plain();
        }
        record(facility.id(), "changed", facility, actor);
    }

    private static StatementSpec write(Facility facility, StatementSpec sql) {
        return sql.param("name", facility.name())
                .param("place", facility.place())
                .param("telephone", facility.telephone())
                .param("seats", facility.seats())
                .param("head", facility.headSeats())
                .param("row", facility.rowSeats())
                .param("video", facility.video())
                .param("setUp", facility.setUpMinutes())
                .param("clearing", facility.clearingMinutes())
                .param("ended", facility.ended());
    }

    private Facility checked(Facility wanted, Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        Facility facility = new Facility(
                wanted.id(),
                wanted.version(),
                wanted.kind(),
                MeetingWords.require("name", wanted.name(), 60),
                MeetingWords.optional("place", wanted.place(), NewMeeting.LONGEST_LINE),
                MeetingWords.optional("telephone", wanted.telephone(), 60),
                wanted.seats(),
                wanted.headSeats(),
                wanted.rowSeats(),
                wanted.video(),
                wanted.setUpMinutes(),
                wanted.clearingMinutes(),
                wanted.ended());
        files.requireUnmarked(facility.name() + " " + facility.place() + " " + facility.telephone());
        return facility;
    }

    private void record(UUID id, String action, Facility facility, Actor actor) {
        history.record(
                new HistoryFact(id, "meetings.facility", id, action, Map.of("name", facility.name()), null), actor);
    }
}
