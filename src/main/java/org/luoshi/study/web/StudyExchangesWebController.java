package org.luoshi.study.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyExchangeView;
import org.luoshi.study.core.StudyExchanges;
import org.luoshi.study.core.StudyExchanges.Wanted;
import org.luoshi.study.core.StudyPlace;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Exchange meetings with their lists of speakers. */
@Controller
@RequestMapping("/study/exchanges")
class StudyExchangesWebController {

    private static final int MOST_PLACES = 99;
    private static final int MOST_MINUTES = 480;

    private final StudyBranches branches;
    private final StudyExchanges exchanges;
    private final Templates templates;

    StudyExchangesWebController(StudyBranches branches, StudyExchanges exchanges, Templates templates) {
        this.branches = branches;
        this.exchanges = exchanges;
        this.templates = templates;
    }

    @GetMapping
    View meetings(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(templates.studyExchanges(page, place, exchanges.meetings(place))))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    @GetMapping("/{activity}")
    View speakers(@PathVariable UUID activity, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.studyExchange(
                page, place(activity, actor), exchanges.view(activity, actor), Map.of(), Map.of()));
    }

    private StudyPlace place(UUID activity, Actor actor) {
        return branches.require(exchanges.branchOf(activity, actor), null, actor);
    }

    /** The whole list: fields {@code place-<reflection>} (empty: not on the list) and {@code minutes-<reflection>}. */
    @PostMapping("/{activity}")
    View save(
            @PathVariable UUID activity,
            @RequestParam Map<String, String> fields,
            Page page,
            @CurrentActor Actor actor) {
        StudyExchangeView view = exchanges.view(activity, actor);
        try {
            exchanges.save(
                    activity, StudyTyped.version(fields.getOrDefault("version", "")), wanted(view, fields), actor);
            return new RedirectView("/study/exchanges/" + activity);
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    templates.studyExchange(
                            page, place(activity, actor), view, fields, StudyTyped.errors(page, refusal)));
        }
    }

    private static List<Wanted> wanted(StudyExchangeView view, Map<String, String> fields) {
        List<Wanted> wanted = new ArrayList<>();
        for (StudyExchangeView.Line line : view.lines()) {
            String place = "place-" + line.reflectionId();
            String minutes = "minutes-" + line.reflectionId();
            String typed = fields.getOrDefault(place, "");
            if (!typed.isBlank()) {
                wanted.add(new Wanted(
                        line.reflectionId(),
                        StudyTyped.number(place, typed, 1, MOST_PLACES),
                        StudyTyped.number(minutes, fields.getOrDefault(minutes, ""), 1, MOST_MINUTES)));
            }
        }
        return wanted;
    }
}
