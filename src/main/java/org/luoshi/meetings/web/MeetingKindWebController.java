package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingRights;
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

/** The kinds of meetings with the office's own limits. */
@Controller
@RequestMapping("/meetings/kinds")
class MeetingKindWebController {

    private static final int MOST = 10_000;

    private final MeetingKinds kinds;
    private final Templates templates;

    MeetingKindWebController(MeetingKinds kinds, Templates templates) {
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping
    View kinds(Page page, @CurrentActor Actor actor) {
        return Html.of(list(page, actor, "", Map.of()));
    }

    private JteModel list(Page page, Actor actor, String name, Map<String, String> errors) {
        return templates.meetingsKinds(page, kinds.all(), MeetingRights.prepares(actor), name, errors);
    }

    @PostMapping
    View add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String video,
            Page page,
            @CurrentActor Actor actor) {
        return take(page, actor, name, () -> kinds.add(name, MeetingTyped.ticked(video), actor));
    }

    @PostMapping("/{code}")
    View limit(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String ended,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                page,
                actor,
                "",
                () -> kinds.limit(
                        code,
                        MeetingTyped.numberOrNull("most", most, 1, MOST),
                        MeetingTyped.numberOrNull("minutes", minutes, 1, MOST),
                        MeetingTyped.ticked(ended),
                        actor));
    }

    private View take(Page page, Actor actor, String name, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/kinds");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), list(page, actor, name, MeetingTyped.errors(page, refusal)));
        }
    }
}
