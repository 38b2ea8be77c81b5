package org.luoshi.reporting.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Answer;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.ReportWriter;
import org.luoshi.shared.Actor;

/** Hands in what the towns say: at once on this thread, so that it is said at the moment that the clock shows. */
final class FloodReports {

    private static final Duration LATE = Duration.ofMinutes(25);
    private static final Duration CORRECTED = Duration.ofMinutes(40);
    private static final Duration FOLLOWED = Duration.ofMinutes(60);

    private final OpenRounds rounds;
    private final ReportWriter writer;
    private final PlaceQueries places;
    private final FloodPeople people;
    private final Map<String, Integer> revisions = new HashMap<>();

    FloodReports(OpenRounds rounds, ReportWriter writer, PlaceQueries places, FloodPeople people) {
        this.rounds = rounds;
        this.writer = writer;
        this.places = places;
        this.people = people;
    }

    /** What one area says; no values are the signed zero. */
    record Said(
            String code,
            Map<String, String> values,
            String signer,
            @Nullable String reason) {}

    /** Puts a day's reports of all towns on the agenda. */
    void plan(FloodAgenda agenda, Regime regime, LocalDate period, int day, Instant cutOff) {
        Map<Instant, List<Said>> byMoment = new TreeMap<>();
        for (FloodTown town : FloodTown.all()) {
            if (!town.isSilent(day)) {
                Instant at = town.isLate(day)
                        ? cutOff.plus(LATE)
                        : cutOff.minus(Duration.ofMinutes(town.minutesBefore(day)));
                plan(byMoment, town, day, at);
            }
        }
        byMoment.forEach((at, said) -> agenda.add(at, () -> hand(regime, period, said)));
    }

    private void plan(Map<Instant, List<Said>> byMoment, FloodTown town, int day, Instant at) {
        int severity = town.severity(day);
        if (town.isOpenAtFirst(day)) {
            Map<String, String> first = new TreeMap<>(said(town, severity, null).values());
            first.put("flooded_area", Incoming.UNKNOWN);
            first.put("roads_cut", Incoming.UNKNOWN);
            put(byMoment, at, new Said(town.code(), first, signer(town.code()), null));
            put(byMoment, at.plus(FOLLOWED), said(town, severity, null));
        } else if (town.isCorrected(day)) {
            put(byMoment, at, said(town, Math.max(1, severity - 1), null));
            put(byMoment, at.plus(CORRECTED), said(town, severity, "漏了一个村的转移人数，补上"));
        } else {
            put(byMoment, at, said(town, severity + FloodReviews.overstated(town, day), null));
        }
    }

    private static void put(Map<Instant, List<Said>> byMoment, Instant at, Said said) {
        byMoment.computeIfAbsent(at, unused -> new ArrayList<>()).add(said);
    }

    Said said(FloodTown town, int severity, @Nullable String reason) {
        String signer = signer(town.code());
        return new Said(town.code(), severity == 0 ? Map.of() : FloodTown.figures(severity, signer), signer, reason);
    }

    /** Who answers for it: the liaison, or the person on the telephone who told the county. */
    String signer(String code) {
        return people.liaison(code).map(Actor::name).orElseGet(() -> contact(code));
    }

    /** The person to call in a town that has nobody here. */
    static String contact(String code) {
        return "丁戊己庚辛壬".charAt(Integer.parseInt(code.substring(4)) % 6) + "接话";
    }

    /** All of it is taken, or the demonstration is not right. */
    void hand(Regime regime, LocalDate period, List<Said> all) {
        List<Incoming> incoming =
                all.stream().map(said -> incoming(period, said)).toList();
        List<Answer> answers = writer.write(rounds.require(regime.key(), period), incoming);
        for (int n = 0; n < answers.size(); n++) {
            if (answers.get(n).refusal() != null) {
                throw Objects.requireNonNull(answers.get(n).refusal());
            }
            revisions.merge(key(period, all.get(n)), 1, Integer::sum);
        }
    }

    private Incoming incoming(LocalDate period, Said said) {
        return new Incoming(
                places.byCode(said.code).orElseThrow().key(),
                null,
                said.values.isEmpty(),
                said.values,
                said.signer,
                people.sender(said.code),
                Channel.PAGE,
                revisions.getOrDefault(key(period, said), 0),
                said.reason,
                true);
    }

    int revision(LocalDate period, String code) {
        return revisions.getOrDefault(period + code, 0);
    }

    private static String key(LocalDate period, Said said) {
        return period + said.code;
    }
}
