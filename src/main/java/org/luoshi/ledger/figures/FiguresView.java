package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.platform.Page;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The words and choices that the pages of figures put around the numbers. */
@Component
public class FiguresView {

    private final OrganizationApi organization;
    private final LineNames names;
    private final Texts texts;
    private final ZoneId zone;

    FiguresView(OrganizationApi organization, LineNames names, Texts texts, ZoneId zone) {
        this.organization = organization;
        this.names = names;
        this.texts = texts;
        this.zone = zone;
    }

    /** A period that one click asks for. */
    public record Choice(String key, LocalDate from, LocalDate to) {}

    public List<Choice> periods(LocalDate today) {
        return List.of(
                choice("this-month", FiguresPeriod.ofMonth(today)),
                choice("last-month", FiguresPeriod.ofMonth(today.minusMonths(1))),
                choice("this-quarter", FiguresPeriod.ofQuarter(today)),
                choice("last-quarter", FiguresPeriod.ofQuarter(today.minusMonths(3))),
                choice("this-year", FiguresPeriod.ofYear(today.getYear())),
                choice("last-year", FiguresPeriod.ofYear(today.getYear() - 1)));
    }

    private static Choice choice(String key, FiguresPeriod period) {
        return new Choice(key, period.from(), period.to());
    }

    FiguresQuestion question(FiguresForm form, Page page) {
        return form.question(page.today(), zone, units(form));
    }

    private @Nullable Collection<UUID> units(FiguresForm form) {
        String typed = FiguresForm.text(form.unit());
        if (typed.isEmpty()) {
            return null;
        }
        WrittenUnits written = organization.writtenUnits(typed);
        if (!written.isClear() || written.units().isEmpty()) {
            throw LedgerError.UNKNOWN_UNIT.with(Map.of("field", "unit", "unit", typed));
        }
        Set<UUID> ids = written.units().stream().map(unit -> unit.id()).collect(Collectors.toSet());
        return organization.subtree(ids);
    }

    /** Choices of a filter: by key, without those that only stand for nothing. */
    public Map<String, String> choices(FigureGrouping grouping, Page page) {
        Map<String, String> choices = new LinkedHashMap<>();
        FiguresQuestion any =
                FiguresQuestion.of(FiguresPeriod.ofYear(page.today().getYear()), grouping);
        names.of(any, List.of(), page.locale()).forEach(line -> choices.put(line.key(), line.name()));
        return choices;
    }

    /** What a line is called, with the later name beside it. */
    public String called(Page page, NamedLine line) {
        return called(page.locale(), line);
    }

    String called(Locale locale, NamedLine line) {
        String later = line.laterName();
        if (later == null) {
            return line.name();
        }
        String key = line.merged() ? "ledger.figures.merged-into" : "ledger.figures.renamed-to";
        return texts.get(locale, key, "name", line.name(), "later", later);
    }

    public String unit(UUID id) {
        return organization.unit(id).map(unit -> unit.shortName()).orElse("—");
    }

    /** The fact of a row in one sentence. */
    public String told(Page page, Fact fact) {
        return page.t(
                "ledger.figures.fact." + fact.measure(),
                "at",
                page.dateTime(fact.at()),
                "due",
                page.dateTime(fact.due()),
                "done",
                fact.done() == null ? page.t("ledger.figures.not-yet") : page.dateTime(fact.done()));
    }

    public String judged(Page page, Fact fact) {
        Boolean hit = fact.hit();
        if (hit == null) {
            return page.tOrKey("ledger.figures.plain." + fact.measure());
        }
        return page.tOrKey("ledger.figures." + (hit ? "hit." : "miss.") + fact.measure());
    }

    /** The shape of the mark: whether hit is good depends on the measure. */
    public String shape(Fact fact) {
        Boolean hit = fact.hit();
        if (hit == null) {
            return "done";
        }
        boolean hitIsBad = fact.measure() == Measure.REVIEWED || fact.measure() == Measure.VISITED;
        boolean plain = fact.measure() == Measure.ISSUED
                || fact.measure() == Measure.LENGTHENED
                || fact.measure() == Measure.LEADER_SAID
                || fact.measure() == Measure.FILED;
        return plain ? "done" : hit != hitIsBad ? "ok" : "late";
    }

    /** The page where the matter of a row stands. */
    public String page(Fact fact) {
        boolean report = fact.measure() == Measure.REVIEWED || fact.measure() == Measure.REPORT_DUE;
        return "/ledger/items/" + fact.itemId() + (report ? "#feedback" : "");
    }

    boolean seesAll(Actor actor) {
        return LedgerScope.of(actor, organization).all();
    }
}
