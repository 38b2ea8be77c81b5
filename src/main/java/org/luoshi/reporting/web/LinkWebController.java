package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.filling.LinkPages;
import org.luoshi.reporting.filling.LinkSheet;
import org.luoshi.reporting.filling.ReportLinks;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** Links for units without account: made by those above, printed once, revoked. */
@Controller
@RequestMapping("/reporting/links/{regime}")
class LinkWebController {

    private final LinkPages pages;
    private final ReportLinks links;
    private final NoticesApi notices;
    private final Templates templates;

    LinkWebController(LinkPages pages, ReportLinks links, NoticesApi notices, Templates templates) {
        this.pages = pages;
        this.links = links;
        this.notices = notices;
        this.templates = templates;
    }

    @GetMapping
    View show(
            @PathVariable UUID regime,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(page(regime, place, after, List.of(), "", Map.of(), page, actor));
    }

    /** For those that are ticked, or with {@code missing} for all below the place that have neither people nor a link. */
    @PostMapping
    View make(
            @PathVariable UUID regime,
            @RequestParam long place,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable List<Long> unit,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "") String until,
            Page page,
            @CurrentActor Actor actor,
            HttpServletRequest request) {
        List<Long> ticked = unit == null ? List.of() : unit;
        try {
            @Nullable LocalDate lastDay = until.isBlank() ? null : FormTyped.day("until", until);
            LinkSheet sheet = missing
                    ? links.makeMissing(regime, place, lastDay, actor)
                    : links.make(regime, place, ticked, lastDay, actor);
            String reached =
                    ServletUriComponentsBuilder.fromContextPath(request).toUriString();
            return Html.of(templates.reportingLinkSheet(page, sheet, notices.houseAddress(reached) + "/report/"));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    page(regime, place, after, ticked, until, FormTyped.errors(page, refusal), page, actor));
        }
    }

    @PostMapping("/{id}/revocation")
    View revoke(
            @PathVariable UUID regime,
            @PathVariable UUID id,
            @RequestParam long place,
            @RequestParam(defaultValue = "0") long after,
            @CurrentActor Actor actor) {
        links.revoke(regime, id, actor);
        return new RedirectView("/reporting/links/" + regime + "?place=" + place + "&after=" + after);
    }

    private JteModel page(
            UUID regime,
            @Nullable Long place,
            long after,
            List<Long> ticked,
            String until,
            Map<String, String> errors,
            Page page,
            Actor actor) {
        return templates.reportingLinks(page, pages.require(regime, place, after, actor), after, ticked, until, errors);
    }
}
