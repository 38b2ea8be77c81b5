package org.luoshi.branch.web;

import java.util.UUID;
import org.luoshi.branch.core.HealthQueries;
import org.luoshi.branch.core.Kinds;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a branch: what is next, and how each duty of the year stands. */
@Controller
class BranchWebController {

    private final HealthQueries health;
    private final Kinds kinds;
    private final Templates templates;

    BranchWebController(HealthQueries health, Kinds kinds, Templates templates) {
        this.health = health;
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping("/branches/{id}")
    View branch(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        int shown = year == 0 ? page.today().getYear() : year;
        return Html.of(templates.branchBranch(page, health.health(id, shown, actor), kinds));
    }
}
