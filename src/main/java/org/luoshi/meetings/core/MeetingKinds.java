package org.luoshi.meetings.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of meetings: five shipped ones (domain/meetings.md) and those the office adds; its limits are its own settings. */
@Component
@Transactional
public class MeetingKinds {

    /** In the order in which figures name them. */
    public static final List<String> SHIPPED =
            List.of("NATIONAL_VIDEO", "LEADING_GROUP", "PARTY_GROUP", "OFFICE", "TOPICAL");

    private static final UUID SCOPE = new UUID(0, 6);

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    MeetingKinds(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** All, also those that have ended. */
    @Transactional(readOnly = true)
    public List<MeetingKind> all() {
        Map<String, MeetingKind> kinds = new LinkedHashMap<>();
        for (String code : SHIPPED) {
            kinds.put(
                    code,
                    new MeetingKind(
                            code, null, code.equals("NATIONAL_VIDEO"), null, null, SHIPPED.indexOf(code), false));
        }
        jdbc.sql("select code, name, video, most_a_year, longest_minutes, place, ended from meetings.kind")
                .query(MeetingKind.class)
                .list()
                .forEach(kind -> kinds.put(kind.code(), kind));
        List<MeetingKind> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparingInt(MeetingKind::place).thenComparing(MeetingKind::code));
        return sorted;
    }

    @Transactional(readOnly = true)
    public Optional<MeetingKind> find(String code) {
        return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** By code. */
    @Transactional(readOnly = true)
    public Map<String, MeetingKind> byCode() {
        Map<String, MeetingKind> kinds = new LinkedHashMap<>();
        all().forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }

    /** A kind of the office's own. */
    public MeetingKind add(String name, boolean video, Actor actor) {
        requireKeeper(actor);
        String words = MeetingWords.require("name", name, 60);
        if (all().stream().anyMatch(kind -> words.equals(kind.name()))) {
            throw MeetingError.KIND_THERE.with(Map.of("field", "name", "name", words));
        }
        MeetingKind kind = new MeetingKind(
                "OWN_" + Long.toString(TimeOrderedIds.next(clock).getMostSignificantBits(), 36),
                words,
                video,
                null,
                null,
                all().size(),
                false);
        write(kind);
        record(kind, "added", actor);
        return kind;
    }

    /** The office's limits for a kind; an ended one is not offered any more. */
    public void limit(
            String code, @Nullable Integer mostAYear, @Nullable Integer longestMinutes, boolean ended, Actor actor) {
        requireKeeper(actor);
        MeetingKind before = find(code).orElseThrow(() -> MeetingError.CHOICE_UNKNOWN.with(Map.of("field", "kind")));
        MeetingKind kind =
                new MeetingKind(code, before.name(), before.video(), mostAYear, longestMinutes, before.place(), ended);
        write(kind);
        record(kind, "limited", actor);
    }

    private static void requireKeeper(Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
    }

    private void write(MeetingKind kind) {
        jdbc.sql("""
                insert into meetings.kind (code, name, video, most_a_year, longest_minutes, place, ended)
                values (:code, :name, :video, :most, :longest, :place, :ended)
                on conflict (code) do update set most_a_year = excluded.most_a_year, longest_minutes = excluded.longest_minutes,
                    ended = excluded.ended
                """)
                .param("code", kind.code())
                .param("name", kind.name())
                .param("video", kind.video())
                .param("most", kind.mostAYear())
                .param("longest", kind.longestMinutes())
                .param("place", kind.place())
                .param("ended", kind.ended())
                .update();
    }

    private void record(MeetingKind kind, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        SCOPE,
                        "meetings.kind",
                        SCOPE,
                        action,
                        Map.of(
                                "kind", kind.name() == null ? kind.code() : kind.name(),
                                "most", kind.mostAYear() == null ? "—" : kind.mostAYear(),
                                "minutes", kind.longestMinutes() == null ? "—" : kind.longestMinutes()),
                        null),
                actor);
    }
}
