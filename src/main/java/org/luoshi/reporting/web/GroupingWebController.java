package org.luoshi.reporting.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.Grouping;
import org.luoshi.reporting.totals.GroupingAddition;
import org.luoshi.reporting.totals.GroupingQueries;
import org.luoshi.reporting.totals.GroupingService;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Sets of units that the office adds up together. */
@Controller
@RequestMapping("/reporting/groupings")
class GroupingWebController {

    private final GroupingQueries queries;
    private final GroupingService service;
    private final Senders senders;
    private final Templates templates;

    GroupingWebController(GroupingQueries queries, GroupingService service, Senders senders, Templates templates) {
        this.queries = queries;
        this.service = service;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View all(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingGroupings(
                page, queries.all(actor), senders.isOffice(actor), new GroupingForm("", ""), Map.of()));
    }

    @PostMapping
    View make(GroupingForm form, Page page, @CurrentActor Actor actor) {
        try {
            return new RedirectView("/reporting/groupings/" + service.make(form.name(), form.basis(), actor));
        } catch (BusinessException refusal) {
            return Html.withStatus(
                    status(refusal),
                    templates.reportingGroupings(
                            page, queries.all(actor), senders.isOffice(actor), form, errors(page, refusal)));
        }
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return one(page, id, "", null, Map.of(), HttpStatus.OK, actor);
    }

    @PostMapping("/{id}/members")
    View add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String units,
            Page page,
            @CurrentActor Actor actor) {
        try {
            GroupingAddition addition = service.add(id, units, actor);
            return addition.isSmooth()
                    ? new RedirectView("/reporting/groupings/" + id)
                    : one(
                            page,
                            id,
                            String.join("、", addition.unclear()),
                            addition,
                            Map.of(),
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            actor);
        } catch (BusinessException refusal) {
            return one(page, id, units, null, errors(page, refusal), status(refusal), actor);
        }
    }

    @PostMapping("/{id}/members/{place}/removal")
    View leaveOut(@PathVariable UUID id, @PathVariable long place, @CurrentActor Actor actor) {
        service.leaveOut(id, place, actor);
        return new RedirectView("/reporting/groupings/" + id);
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @RequestParam int version, @CurrentActor Actor actor) {
        service.remove(id, version, actor);
        return new RedirectView("/reporting/groupings");
    }

    private View one(
            Page page,
            UUID id,
            String typed,
            @Nullable GroupingAddition addition,
            Map<String, String> errors,
            HttpStatus status,
            Actor actor) {
        Grouping grouping = queries.require(id, actor);
        return Html.withStatus(
                status,
                templates.reportingGrouping(
                        page, grouping, queries.members(id), senders.isOffice(actor), typed, addition, errors));
    }

    /** What is not there or not allowed is no matter of the form. */
    private static Map<String, String> errors(Page page, BusinessException refusal) {
        ErrorCode.Kind kind = refusal.error().kind();
        if (kind == ErrorCode.Kind.NOT_FOUND || kind == ErrorCode.Kind.FORBIDDEN) {
            throw refusal;
        }
        return Map.of(String.valueOf(refusal.details().getOrDefault("field", "")), page.reason(refusal));
    }

    private static HttpStatus status(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
