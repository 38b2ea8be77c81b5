package org.luoshi.reporting.offline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.filling.OwedRounds;
import org.luoshi.reporting.totals.TotalsReports;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;

/** Makes forms to be filled in without a net: for one's own unit, those below, or, by the office, all. */
@Service
public class OfflineForms {

    public static final int MOST_AT_ONCE = 2000;

    /** As long as the pages look back. */
    private static final int DAYS_AFTER_DUE = 7;

    private final OfflineStore store;
    private final OfflineLists lists;
    private final OwedRounds owed;
    private final TotalsReports reports;
    private final PlaceQueries places;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    OfflineForms(
            OfflineStore store,
            OfflineLists lists,
            OwedRounds owed,
            TotalsReports reports,
            PlaceQueries places,
            Senders senders,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.owed = owed;
        this.reports = reports;
        this.places = places;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** The forms that were made, each put together when it is asked for. */
    public record Batch(int count, Stream<OfflineForm> forms) {}

    /** Forms for all at or below a place that have not reported. */
    public Batch makeSilent(OpenRound open, long node, Actor actor) {
        return make(open, lists.silent(open, node), actor);
    }

    /** Forms for these units. What they had before is good no more. */
    public Batch make(OpenRound open, List<Long> wanted, Actor actor) {
        if (wanted.isEmpty()) {
            throw OfflineError.NOTHING_CHOSEN.plain();
        }
        if (wanted.size() > MOST_AT_ONCE) {
            throw OfflineError.TOO_MANY.with(Map.of("most", MOST_AT_ONCE));
        }
        if (!wanted.stream().allMatch(place -> senders.mayReport(actor, place))) {
            throw ReportingError.NOT_YOURS.plain();
        }
        Instant endsAt = endOf(lastDay(open, zone));
        if (!clock.instant().isBefore(endsAt) || open.regime().erasedAt() != null) {
            throw OfflineError.CLOSED.with(Map.of("period", open.round().period()));
        }
        List<OfflineStore.Made> made = store.owing(open, wanted);
        if (made.isEmpty()) {
            throw OfflineError.NOTHING_CHOSEN.plain();
        }
        store.make(open, made, endsAt, actor);
        List<Long> keys = made.stream().map(OfflineStore.Made::place).toList();
        Map<Long, Place> units = places.all(keys);
        Map<Long, String> names = places.fullNames(keys);
        return new Batch(
                made.size(),
                made.stream()
                        .map(one -> form(
                                open,
                                one,
                                Objects.requireNonNull(units.get(one.place())),
                                names.getOrDefault(one.place(), ""),
                                endsAt)));
    }

    private OfflineForm form(OpenRound open, OfflineStore.Made made, Place place, String fullName, Instant endsAt) {
        return new OfflineForm(
                open,
                place,
                fullName,
                made.token(),
                endsAt,
                owed.before(open, made.place()),
                made.seen() == 0
                        ? null
                        : reports.of(open, place).revisions().stream()
                                .filter(revision -> revision.number() == made.seen())
                                .findFirst()
                                .orElse(null));
    }

    /** The last day on which a form of this round may come back. */
    static LocalDate lastDay(OpenRound open, ZoneId zone) {
        return LocalDate.ofInstant(open.round().due(), zone).plusDays(DAYS_AFTER_DUE);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
