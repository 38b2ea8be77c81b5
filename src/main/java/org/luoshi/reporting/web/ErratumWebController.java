package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.ErratumService;
import org.luoshi.reporting.review.ErratumView;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Errata to bulletins. */
@Controller
@RequestMapping("/reporting/bulletins/{key}")
class ErratumWebController {

    private final BulletinQueries queries;
    private final ErratumService service;
    private final BulletinPapers papers;
    private final Templates templates;

    ErratumWebController(BulletinQueries queries, ErratumService service, BulletinPapers papers, Templates templates) {
        this.queries = queries;
        this.service = service;
        this.papers = papers;
        this.templates = templates;
    }

    @PostMapping("/{bulletin}/errata")
    View draft(@PathVariable UUID key, @PathVariable UUID bulletin, Page page, @CurrentActor Actor actor) {
        try {
            return new RedirectView(address(key, service.draft(bulletin, actor).id()));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingBulletin(
                            page, queries.view(bulletin, actor), null, FormTyped.errors(page, refusal), null));
        }
    }

    @GetMapping("/errata/{id}")
    View erratum(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(erratum(id, null, Map.of(), page, actor));
    }

    @PostMapping("/errata/{id}/words")
    View reword(
            @PathVariable UUID key,
            @PathVariable UUID id,
            BulletinForm form,
            @RequestParam(defaultValue = "") String then,
            Page page,
            @CurrentActor Actor actor) {
        try {
            service.reword(id, form.wording(), actor);
            if (then.equals("issue")) {
                service.issue(id, actor);
            }
            return new RedirectView(address(key, id));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), erratum(id, form, FormTyped.errors(page, refusal), page, actor));
        }
    }

    @GetMapping("/errata/{id}/document")
    View document(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        ErratumView view = queries.erratum(id, actor);
        return BulletinDownload.word(
                papers.write(view, page),
                page.t("reporting.erratum.title", "title", view.bulletin().title()));
    }

    private JteModel erratum(UUID id, @Nullable BulletinForm form, Map<String, String> errors, Page page, Actor actor) {
        return templates.reportingErratum(page, queries.erratum(id, actor), form, errors);
    }

    private static String address(UUID regime, UUID erratum) {
        return "/reporting/bulletins/" + regime + "/errata/" + erratum;
    }
}
