package org.luoshi.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.burden.BurdenQueries;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.LeaderQueries;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.Part;
import org.luoshi.ledger.core.UnitQueries;
import org.luoshi.obligations.DueLight;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The ledger as a unit sees it and as a leader sees it. */
@Controller
@RequestMapping("/ledger")
class ViewsWebController {

    private static final int DAYS_AHEAD = 30;
    private static final int MOST_COMPARED = 40;

    private final ItemList list;
    private final UnitQueries units;
    private final LeaderQueries leaders;
    private final ObligationsApi obligations;
    private final OrganizationApi organization;
    private final BurdenQueries burden;
    private final LedgerView view;
    private final Templates templates;

    ViewsWebController(
            ItemList list,
            UnitQueries units,
            LeaderQueries leaders,
            ObligationsApi obligations,
            OrganizationApi organization,
            BurdenQueries burden,
            LedgerView view,
            Templates templates) {
        this.list = list;
        this.units = units;
        this.leaders = leaders;
        this.obligations = obligations;
        this.organization = organization;
        this.burden = burden;
        this.view = view;
        this.templates = templates;
    }

    /** My own unit's page, whichever unit that is. */
    @GetMapping("/my-unit")
    View mine(@CurrentActor Actor actor) {
        UUID unitId = actor.unitIds().stream().findFirst().orElseThrow(LedgerError.UNKNOWN::plain);
        return new RedirectView("/ledger/units/" + unitId);
    }

    @GetMapping("/units/{id}")
    View unit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Unit unit = organization.unit(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
        UnitQueries.Figures figures = units.figures(id, actor);
        ItemFilter open = ItemFilter.open().withUnit(id);
        ItemFilter ended = open.withView(ItemFilter.View.ENDED).withSort(ItemFilter.Sort.ACTIVITY);
        List<Obligation> owed = units.maySee(id, actor)
                ? obligations.dueBetween(LocalDate.of(2000, 1, 1), page.today().plusDays(DAYS_AHEAD), List.of(id))
                : List.of();
        Map<UUID, String> askers =
                burden.askers(owed.stream().map(Obligation::sourceId).toList());
        List<ItemRow> lead = list.page(withPart(open, Part.LEAD), null, actor).rows();
        List<ItemRow> co = list.page(withPart(open, Part.CO), null, actor).rows();
        UnitView shown = new UnitView(
                unit.name(),
                unit.shortName(),
                unit.mergedIntoId() == null
                        ? null
                        : organization.unit(unit.mergedIntoId()).map(Unit::name).orElse(null),
                figures,
                lead,
                co,
                list.page(ended, null, 20, actor).rows(),
                owed.stream()
                        .map(obligation -> owed(page, obligation, askers.get(obligation.sourceId())))
                        .toList(),
                burden.askedBefore(
                        id,
                        Stream.concat(lead.stream(), co.stream())
                                .limit(MOST_COMPARED)
                                .toList(),
                        actor));
        return Html.of(templates.ledgerUnit(page, view, shown));
    }

    private static UnitView.Owed owed(Page page, Obligation obligation, @Nullable String asker) {
        DueLight light = DueLight.of(page, obligation);
        return new UnitView.Owed(
                light.shape(),
                light.words(),
                page.tOrKey("obligations.kind." + obligation.kindKey()),
                asker == null ? page.tOrKey("ledger.burden.room." + room(obligation)) : asker,
                obligation.title(),
                obligation.href(),
                obligation.due());
    }

    /** The room that asks, for what is no item of the ledger. */
    private static String room(Obligation obligation) {
        int dot = obligation.sourceKind().indexOf('.');
        return dot < 0 ? obligation.sourceKind() : obligation.sourceKind().substring(0, dot);
    }

    private static ItemFilter withPart(ItemFilter filter, Part part) {
        return new ItemFilter(
                filter.view(), filter.unitId(), part, null, null, null, null, null, null, filter.sort(), null, false);
    }

    @GetMapping("/leader")
    View leader(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerLeader(page, view, leaders.page(actor)));
    }
}
