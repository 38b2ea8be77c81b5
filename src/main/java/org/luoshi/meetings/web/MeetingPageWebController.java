package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
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

/** One meeting on one page, with the steps that decide about it. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class MeetingPageWebController {

    private final MeetingService service;
    private final MeetingSheets sheets;
    private final Templates templates;

    MeetingPageWebController(MeetingService service, MeetingSheets sheets, Templates templates) {
        this.service = service;
        this.sheets = sheets;
        this.templates = templates;
    }

    @GetMapping
    View meeting(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(sheet(id, page, actor, Map.of()));
    }

    private JteModel sheet(UUID id, Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsMeeting(page, sheets.sheet(id, page, actor), errors);
    }

    @PostMapping("/submission")
    View submit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.submit(id, actor));
    }

    @PostMapping("/approval")
    View approve(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.approve(id, actor));
    }

    @PostMapping("/return")
    View giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.returnBack(id, reason, actor));
    }

    @PostMapping("/cancellation")
    View cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.cancel(id, reason, actor));
    }

    @PostMapping("/merger")
    View merge(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String into, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.merge(id, MeetingTyped.id("into", into), actor));
    }

    private View take(UUID id, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), sheet(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }
}
