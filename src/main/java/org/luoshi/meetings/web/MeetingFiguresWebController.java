package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.figures.FigureSet;
import org.luoshi.meetings.figures.FrozenFigures;
import org.luoshi.meetings.figures.FrozenFiguresService;
import org.luoshi.meetings.figures.MeetingFigures;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
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

/** Figures of a period in one sentence, with the meetings behind each, and as they were frozen for a briefing. */
@Controller
@RequestMapping("/meetings/figures")
class MeetingFiguresWebController {

    private final MeetingFigures figures;
    private final FrozenFiguresService frozen;
    private final MeetingSheets sheets;
    private final OrganizationApi organization;
    private final Templates templates;

    MeetingFiguresWebController(
            MeetingFigures figures,
            FrozenFiguresService frozen,
            MeetingSheets sheets,
            OrganizationApi organization,
            Templates templates) {
        this.figures = figures;
        this.frozen = frozen;
        this.sheets = sheets;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View figures(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(view(FigurePeriod.read(from, to, page.today()), page, Map.of(), actor));
    }

    private JteModel view(FigurePeriod period, Page page, Map<String, String> errors, Actor actor) {
        return templates.meetingsFigures(
                page,
                figures.between(period.from(), period.to(), actor),
                figures.thisYear(page.today()),
                kinds(),
                FigurePeriod.choices(page.today()),
                frozen.recent(actor),
                errors);
    }

    private List<MeetingKind> kinds() {
        return List.copyOf(sheets.kinds().values());
    }

    @PostMapping("/frozen")
    View freeze(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String usedIn,
            Page page,
            @CurrentActor Actor actor) {
        FigurePeriod period = FigurePeriod.read(from, to, page.today());
        try {
            return new RedirectView(
                    "/meetings/figures/frozen/" + frozen.freeze(period.from(), period.to(), usedIn, actor));
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), view(period, page, MeetingTyped.errors(page, refusal), actor));
        }
    }

    /** As they were, beside what would be counted today. */
    @GetMapping("/frozen/{id}")
    View frozen(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        FrozenFigures kept = frozen.require(id, actor);
        FigureSet now = figures.between(kept.set().from(), kept.set().to(), actor);
        return Html.of(templates.meetingsFrozen(
                page,
                kept,
                organization.person(kept.frozenBy()).map(Person::name).orElse("—"),
                kinds(),
                now.meetings().equals(kept.set().meetings()) ? null : now.sentence(page, kinds())));
    }
}
