package org.luoshi.ledger.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.ledger.core.PastQueries;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;

/** The figures of the ledger: who may ask for which, and the table with a line for everybody. */
@Service
public class LedgerFigures {

    private final FactStore store;
    private final LineNames names;
    private final PastQueries past;
    private final OrganizationApi organization;
    private final Clock clock;

    LedgerFigures(FactStore store, LineNames names, PastQueries past, OrganizationApi organization, Clock clock) {
        this.store = store;
        this.names = names;
        this.past = past;
        this.organization = organization;
        this.clock = clock;
    }

    /** The office, the auditor and the leaders with their secretaries see all lines, a unit its own; others nothing. */
    public FiguresQuestion allowed(FiguresQuestion question, Actor viewer) {
        Instant asOf = question.asOf();
        if (asOf != null) {
            if (asOf.isAfter(clock.instant())) {
                throw FiguresError.NO_PAST.with(Map.of("field", "asOf"));
            }
            past.requireKept(asOf);
        }
        LedgerScope scope = LedgerScope.of(viewer, organization);
        if (FigureReaders.readsAllLines(scope)) {
            return question;
        }
        if (scope.units().isEmpty()) {
            throw FiguresError.NOT_YOURS.plain();
        }
        Set<UUID> units = new HashSet<>(scope.units());
        Set<UUID> asked = question.units();
        if (asked != null) {
            units.retainAll(asked);
        }
        return question.within(units);
    }

    public FigureTable table(FiguresQuestion asked, Locale locale, Actor viewer) {
        return table(allowed(asked, viewer), locale);
    }

    FigureTable table(FiguresQuestion question, Locale locale) {
        Map<String, Map<Measure, FigureSum>> sums = store.sums(question);
        List<FigureLine> lines = names.of(question, sums.keySet(), locale).stream()
                .map(line -> new FigureLine(line, sums.getOrDefault(line.key(), Map.of())))
                .toList();
        Map<Measure, FigureSum> all = new HashMap<>();
        sums.values().forEach(one -> one.forEach((measure, sum) -> all.merge(measure, sum, FigureSum::plus)));
        return new FigureTable(question, lines, FigureLine.all(all));
    }

    /** A page of the facts behind a figure, and how many there are. */
    public FactPage rows(
            FiguresQuestion asked,
            Measure measure,
            Side side,
            @Nullable String key,
            int limit,
            int offset,
            Actor viewer) {
        if (key != null && asked.grouping() == FigureGrouping.UNIT) {
            FiguresForm.id("key", key);
        }
        FiguresQuestion question = allowed(asked, viewer);
        return new FactPage(
                readable(store.rows(question, measure, side, key, limit, offset), viewer),
                store.count(question, measure, side, key),
                offset);
    }

    /**
     * What the viewer may not open is counted and not named: a leader has the numbers of all, and a unit leads an item from its filing on, but
     * reads what it says when it is sent.
     */
    private List<Fact> readable(List<Fact> facts, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        if (scope.all() || facts.isEmpty()) {
            return facts;
        }
        Set<UUID> visible =
                store.visible(facts.stream().map(Fact::itemId).distinct().toList(), scope);
        return facts.stream()
                .map(fact -> visible.contains(fact.itemId()) ? fact : fact.untitled())
                .toList();
    }

    /** What the line of that key is called; null for all lines together. */
    @Nullable
    NamedLine line(FiguresQuestion question, @Nullable String key, Locale locale) {
        if (key == null) {
            return null;
        }
        if (question.grouping() == FigureGrouping.UNIT) {
            FiguresForm.id("key", key);
        }
        return names.of(question, List.of(key), locale).stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> FiguresError.CHOICE.with(Map.of("field", "key", "value", key)));
    }
}
