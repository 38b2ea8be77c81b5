package org.luoshi.branch.web;

import java.util.UUID;
import org.luoshi.branch.core.DutyQueries;
import org.luoshi.branch.core.DutyService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** One duty: what is asked and by which rule, what answered it, and the excuse where the rule allows one. */
@Controller
class DutyWebController {

    private final DutyQueries queries;
    private final DutyService service;
    private final Templates templates;

    DutyWebController(DutyQueries queries, DutyService service, Templates templates) {
        this.queries = queries;
        this.service = service;
        this.templates = templates;
    }

    @GetMapping("/branch-duties/{id}")
    View duty(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchDuty(page, queries.duty(id, actor), "", ""));
    }

    @PostMapping("/branch-duties/{id}/excuse")
    View excuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        try {
            service.excuse(id, reason, actor);
            return new RedirectView("/branch-duties/" + id);
        } catch (BusinessException refusal) {
            if (refusal.error().kind() != ErrorCode.Kind.RULE_VIOLATED) {
                throw refusal;
            }
            return Html.invalid(templates.branchDuty(page, queries.duty(id, actor), reason, page.reason(refusal)));
        }
    }
}
