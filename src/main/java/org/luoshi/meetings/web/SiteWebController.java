package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.CallStep;
import org.luoshi.meetings.venue.SiteCalls;
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

/** The roll call of the sites of a video meeting: one press for each answer. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}/sites")
class SiteWebController {

    private final SiteCalls calls;
    private final MeetingRights rights;
    private final Templates templates;
    private final Clock clock;

    SiteWebController(SiteCalls calls, MeetingRights rights, Templates templates, Clock clock) {
        this.calls = calls;
        this.rights = rights;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    View sites(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(list(id, SiteForm.empty(), page, actor, Map.of()));
    }

    private JteModel list(UUID id, SiteForm form, Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsSites(
                page, rights.prepared(id, actor), calls.of(id, actor), form, clock.instant(), errors);
    }

    @PostMapping
    View add(@PathVariable UUID id, SiteForm form, Page page, @CurrentActor Actor actor) {
        return take(id, form, page, actor, () -> calls.add(id, form.toSite(), actor));
    }

    @PostMapping("/listed")
    View list(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, SiteForm.empty(), page, actor, () -> calls.addAll(id, actor));
    }

    @PostMapping("/{site}/calls")
    View call(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String answer,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, SiteForm.empty(), page, actor, () -> {
            Answer said = MeetingTyped.choice("answer", Answer.class, answer.toUpperCase(Locale.ROOT));
            calls.note(
                    id,
                    site,
                    MeetingTyped.choice("step", CallStep.class, step),
                    said == Answer.BACK ? null : Boolean.valueOf(said == Answer.WELL),
                    actor);
        });
    }

    /** What can be pressed beside a step. */
    private enum Answer {
        WELL,
        UNWELL,
        BACK
    }

    @PostMapping("/{site}/drop-outs")
    View dropOut(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @RequestParam(defaultValue = "") String line,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, SiteForm.empty(), page, actor, () -> {
            if (line.equals("back")) {
                calls.back(id, site, actor);
            } else {
                calls.droppedOut(id, site, actor);
            }
        });
    }

    @PostMapping("/{site}/removal")
    View remove(@PathVariable UUID id, @PathVariable UUID site, Page page, @CurrentActor Actor actor) {
        return take(id, SiteForm.empty(), page, actor, () -> calls.remove(id, site, actor));
    }

    private View take(UUID id, SiteForm form, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id + "/sites");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), list(id, form, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }
}
