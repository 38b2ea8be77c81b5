package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.Kinds;
import org.luoshi.branch.core.LocalPacks;
import org.luoshi.branch.core.RuleBooks;
import org.luoshi.branch.rules.PackProblem;
import org.luoshi.branch.rules.Stacking;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** All rules with their passports, what is stricter than the national text, and the packs that the office added. */
@Controller
@RequestMapping("/branch-rules")
class RulesWebController {

    private final RuleBooks books;
    private final LocalPacks packs;
    private final Kinds kinds;
    private final Templates templates;

    RulesWebController(RuleBooks books, LocalPacks packs, Kinds kinds, Templates templates) {
        this.books = books;
        this.packs = packs;
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping
    View rules(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchRules(
                page, books.shippedPacks(), books.localPacks(), BranchRights.looksAfterAll(actor)));
    }

    /** Every demand stricter than the national text. */
    @GetMapping("/stacking")
    View stacking(Page page) {
        return Html.of(templates.branchStacking(page, Stacking.of(books.current(), page.today())));
    }

    @GetMapping("/own")
    View own(Page page, @CurrentActor Actor actor) {
        return Html.of(shown(Typed.nothing(), List.of(), page, actor));
    }

    private JteModel shown(Typed typed, List<PackProblem> problems, Page page, Actor actor) {
        return templates.branchPacks(
                page,
                packs.all(),
                packs.example(),
                kinds.all(page.locale()),
                problems,
                BranchRights.looksAfterAll(actor),
                typed);
    }

    /** Adds a pack, or checks it without adding. What is wrong is told line by line and the text comes back as typed. */
    @PostMapping("/own")
    View add(@RequestParam MultiValueMap<String, String> form, Page page, @CurrentActor Actor actor) {
        Typed typed = Typed.of(form);
        if (typed.has("only", "check")) {
            List<PackProblem> problems = packs.check(typed.get("yaml"));
            JteModel again = shown(
                    problems.isEmpty() ? typed.refused(page.t("branch.pack.clean")) : typed, problems, page, actor);
            return problems.isEmpty() ? Html.of(again) : Html.invalid(again);
        }
        List<PackProblem> problems = packs.add(typed.get("yaml"), actor);
        return problems.isEmpty()
                ? new RedirectView("/branch-rules/own")
                : Html.invalid(shown(typed, problems, page, actor));
    }

    @PostMapping("/own/{id}/withdrawal")
    View withdraw(@PathVariable String id, @CurrentActor Actor actor) {
        packs.withdraw(id, actor);
        return new RedirectView("/branch-rules/own");
    }

    @PostMapping("/kinds")
    View addKind(@RequestParam MultiValueMap<String, String> form, Page page, @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> {
                    kinds.add(typed.get("name"), actor);
                    return "/branch-rules/own";
                },
                typed -> shown(typed, List.of(), page, actor));
    }
}
