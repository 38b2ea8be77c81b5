package org.luoshi.branch.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.DuesQueries;
import org.luoshi.branch.core.DuesService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A member's own dues. The amount is worked out in the browser; only the amount and its band are sent. */
@Controller
@RequestMapping("/my/dues")
class MyDuesWebController {

    private final DuesService service;
    private final DuesQueries queries;
    private final Templates templates;

    MyDuesWebController(DuesService service, DuesQueries queries, Templates templates) {
        this.service = service;
        this.queries = queries;
        this.templates = templates;
    }

    @GetMapping
    View mine(Page page, @CurrentActor Actor actor) {
        DuesQueries.MyDues dues = queries.mine(actor);
        return Html.of(templates.branchMyDues(page, dues, DuesForm.of(page.today(), dues.retired()), Map.of()));
    }

    @PostMapping
    View say(@ModelAttribute DuesForm form, Page page, @CurrentActor Actor actor) {
        try {
            service.say(form.read(), actor);
            return new RedirectView("/my/dues");
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("", page.reason(Spelled.unlessAboutTheForm(refusal)));
            return Html.withStatus(
                    Spelled.statusOf(refusal), templates.branchMyDues(page, queries.mine(actor), form, errors));
        }
    }

    @PostMapping("/{payment}/removal")
    View takeBack(@PathVariable UUID payment, @CurrentActor Actor actor) {
        service.takeBack(payment, actor);
        return new RedirectView("/my/dues");
    }
}
