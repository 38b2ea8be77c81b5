package org.luoshi.reporting.totals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.notices.UrgeResult;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urges the silent and tells their superiors, each as seldom as the house allows; who has no account is left to the telephone. */
@Component
@Transactional
public class SilentService {

    /** Units that are urged with one click. */
    public static final int MOST = 500;

    private static final int NAMED = 5;

    private final SilentQueries silent;
    private final SilentContacts contacts;
    private final TotalsQueries totals;
    private final Senders senders;
    private final NoticesApi notices;
    private final HistoryApi history;

    SilentService(
            SilentQueries silent,
            SilentContacts contacts,
            TotalsQueries totals,
            Senders senders,
            NoticesApi notices,
            HistoryApi history) {
        this.silent = silent;
        this.contacts = contacts;
        this.totals = totals;
        this.senders = senders;
        this.notices = notices;
        this.history = history;
    }

    /** Urges those of the chosen units that are still silent; for none chosen all at or below the place that have people here. */
    public UrgeOutcome urge(OpenRound open, long node, Collection<Long> chosen, Actor actor) {
        requireRight(node, chosen, actor);
        List<SilentUnit> units = chosen.isEmpty()
                ? contacts.of(silent.withPeople(open, node, MOST))
                : silent.among(open, chosen.stream().limit(MOST).toList());
        Outcome outcome = new Outcome(open, "urge");
        units.forEach(unit ->
                outcome.tell(unit, "reporting.notice.urge", Map.of(), address(open, "fill") + "/" + unit.key()));
        int others = chosen.isEmpty() ? totals.of(open, node).totals().silent() - units.size() : 0;
        return outcome.recorded("urged", others, actor);
    }

    /** Tells each chosen unit's superior which of its units are silent; for none chosen, each place directly below with silent units. */
    public UrgeOutcome escalate(OpenRound open, long node, Collection<Long> chosen, Actor actor) {
        requireRight(node, chosen, actor);
        Map<Long, String> bySuperior = chosen.isEmpty() ? silentBelow(open, node) : superiors(open, chosen);
        Outcome outcome = new Outcome(open, "escalation");
        contacts.of(bySuperior.keySet())
                .forEach(superior -> outcome.tell(
                        superior,
                        "reporting.notice.escalation",
                        Map.of("units", bySuperior.getOrDefault(superior.key(), "")),
                        address(open, "silent") + "?place=" + superior.key()));
        return outcome.recorded("escalated", 0, actor);
    }

    private Map<Long, String> silentBelow(OpenRound open, long node) {
        Map<Long, String> below = new TreeMap<>();
        for (PlaceTotals child : totals.of(open, node).children()) {
            if (!child.itself() && !child.totals().isComplete()) {
                below.put(
                        child.key(),
                        named(
                                contacts.of(silent.keys(open, child.key(), 0, NAMED)),
                                child.totals().silent()));
            }
        }
        return below;
    }

    private Map<Long, String> superiors(OpenRound open, Collection<Long> chosen) {
        Map<Long, String> superiors = new TreeMap<>();
        silent.among(open, chosen.stream().limit(MOST).toList()).stream()
                .filter(unit -> PlaceKey.level(unit.key()) > 1)
                .collect(Collectors.groupingBy(unit -> PlaceKey.parent(unit.key())))
                .forEach((superior, units) -> superiors.put(superior, named(units, units.size())));
        return superiors;
    }

    /** 甲村、乙村 (2); the first few of many. */
    private static String named(List<SilentUnit> units, int count) {
        String names = units.stream().limit(NAMED).map(SilentUnit::name).collect(Collectors.joining("、"));
        return count > NAMED ? names + "… (" + count + ")" : names;
    }

    private void requireRight(long node, Collection<Long> chosen, Actor actor) {
        List<Long> all = new ArrayList<>(chosen);
        all.add(node);
        if (!all.stream().allMatch(place -> senders.mayReport(actor, place))) {
            throw ReportingError.NOT_YOURS.plain();
        }
    }

    private static String address(OpenRound open, String page) {
        return "/reporting/" + page + "/" + open.regime().key() + "/"
                + open.round().period();
    }

    /** One round's telling, unit by unit. */
    private final class Outcome {

        private final OpenRound open;
        private final UUID subject;
        private final List<SilentUnit> told = new ArrayList<>();
        private final List<UrgeOutcome.TooSoon> tooSoon = new ArrayList<>();
        private final List<SilentUnit> byTelephone = new ArrayList<>();

        Outcome(OpenRound open, String what) {
            this.open = open;
            this.subject = UUID.nameUUIDFromBytes(
                    (open.regime().key() + "/" + open.round().period() + "/" + what).getBytes(StandardCharsets.UTF_8));
        }

        void tell(SilentUnit unit, String text, Map<String, String> more, String href) {
            if (!unit.hasAccount()) {
                byTelephone.add(unit);
                return;
            }
            Map<String, String> arguments = new TreeMap<>(more);
            arguments.put("title", open.regime().title());
            arguments.put("name", unit.name());
            arguments.put("period", open.round().period().toString());
            arguments.put("dueAt", open.round().due().toString());
            UrgeResult result = notices.urge(
                    unit.unitId(), new NewNotice(unit.people(), text, arguments, href, subject, "reporting-silent"));
            if (result.sent()) {
                told.add(unit);
            } else {
                tooSoon.add(new UrgeOutcome.TooSoon(unit, result.nextPossible()));
            }
        }

        UrgeOutcome recorded(String action, int others, Actor actor) {
            if (!told.isEmpty()) {
                history.record(
                        new HistoryFact(
                                open.regime().key(),
                                "reporting.silent",
                                open.regime().key(),
                                action,
                                Map.of(
                                        "period",
                                        open.round().period(),
                                        "count",
                                        told.size(),
                                        "units",
                                        named(told, told.size())),
                                null),
                        actor);
            }
            return new UrgeOutcome(
                    List.copyOf(told), List.copyOf(tooSoon), List.copyOf(byTelephone), Math.max(0, others));
        }
    }
}
