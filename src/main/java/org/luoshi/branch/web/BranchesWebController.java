package org.luoshi.branch.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.BranchError;
import org.luoshi.branch.core.BranchKind;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.NewBranch;
import org.luoshi.branch.core.OverviewQueries;
import org.luoshi.branch.core.RollReader;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** All branches of the organ over a year, and founding one. */
@Controller
@RequestMapping("/branches")
class BranchesWebController {

    private final OverviewQueries queries;
    private final BranchService service;
    private final RollReader rolls;
    private final OrganizationApi organization;
    private final Templates templates;

    BranchesWebController(
            OverviewQueries queries,
            BranchService service,
            RollReader rolls,
            OrganizationApi organization,
            Templates templates) {
        this.queries = queries;
        this.service = service;
        this.rolls = rolls;
        this.organization = organization;
        this.templates = templates;
    }

    /** Who belongs to one branch goes straight to it. */
    @GetMapping
    View all(@RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        if (!BranchRights.seesAll(actor)) {
            UUID own = rolls.branchOf(actor.personId()).orElseThrow(BranchError.NO_BRANCH::plain);
            return new RedirectView("/branches/" + own);
        }
        int shown = year == 0 ? page.today().getYear() : year;
        return Html.of(
                templates.branchBranches(page, queries.all(shown, actor), shown, BranchRights.looksAfterAll(actor)));
    }

    @GetMapping("/new")
    View form(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchFound(page, Typed.nothing()));
    }

    @PostMapping
    View found(@RequestParam MultiValueMap<String, String> form, Page page, @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> "/branches/" + service.found(wanted(typed), actor) + "/organisation",
                typed -> templates.branchFound(page, typed));
    }

    private NewBranch wanted(Typed typed) {
        return new NewBranch(
                typed.needed("name"),
                units(typed.needed("unit")).get(0),
                BranchKind.valueOf(typed.get("kind", BranchKind.ORDINARY.name())),
                typed.get("themeDay"),
                typed.neededDay("foundedOn"),
                typed.day("endsBy"),
                typed.get("covered").isBlank() ? List.of() : units(typed.get("covered")),
                typed.text("exception"));
    }

    private List<UUID> units(String text) {
        WrittenUnits written = organization.writtenUnits(text);
        if (!written.isClear() || written.units().isEmpty()) {
            String unclear = written.unclear().keySet().stream().findFirst().orElse(text);
            throw BranchError.UNKNOWN_UNIT.with(Map.of("name", unclear));
        }
        return written.units().stream().map(unit -> unit.id()).toList();
    }
}
