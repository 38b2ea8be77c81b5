package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.preparation.MoveDesk;
import org.luoshi.meetings.preparation.PreparationQueries;
import org.luoshi.meetings.preparation.PreparationQueries.MeetingTasks;
import org.luoshi.meetings.preparation.PreparationService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.worktime.WorktimeApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What has to be done before a meeting, as a list and a picture, and the board of all meetings. */
@Controller
class PreparationWebController {

    private final PreparationQueries queries;
    private final PreparationService service;
    private final MoveDesk moves;
    private final WorktimeApi worktime;
    private final Templates templates;

    PreparationWebController(
            PreparationQueries queries,
            PreparationService service,
            MoveDesk moves,
            WorktimeApi worktime,
            Templates templates) {
        this.queries = queries;
        this.service = service;
        this.moves = moves;
        this.worktime = worktime;
        this.templates = templates;
    }

    @GetMapping("/meetings/{id}/preparation")
    View tasks(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(view(id, page, actor, Map.of()));
    }

    private JteModel view(UUID id, Page page, Actor actor, Map<String, String> errors) {
        MeetingTasks tasks = queries.of(id, actor);
        GanttChart chart = tasks.lines().isEmpty()
                ? null
                : GanttChart.of(tasks.lines(), page, page.zone(), worktime::isWorkingDay);
        return templates.meetingsPreparation(page, tasks, chart, errors);
    }

    @PostMapping("/meetings/{id}/preparation")
    View add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                page,
                actor,
                () -> service.add(
                        id,
                        MeetingTyped.text(form.getFirst("title")),
                        MeetingTyped.id("owner", form.getFirst("owner")),
                        MeetingTyped.number("effort", form.getFirst("effort"), 0, 60_000),
                        MeetingTyped.number("lead", form.getFirst("lead"), 0, 250),
                        actor));
    }

    /** One task, one step; the step is the name of the pressed button. */
    @PostMapping("/meetings/{id}/preparation/{task}")
    View step(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        TaskStep step = MeetingTyped.choice("step", TaskStep.class, form.getFirst("step"));
        return take(id, page, actor, () -> run(step, task, form, actor));
    }

    /** What can be done with a task. */
    enum TaskStep {
        BEGIN,
        DONE,
        HAND_TO,
        AWAIT,
        RETURNED,
        DROP,
        CHANGE
    }

    private void run(TaskStep step, UUID task, MultiValueMap<String, String> form, Actor actor) {
        switch (step) {
            case BEGIN -> service.begin(task, actor);
            case DONE -> service.finish(task, MeetingTyped.text(form.getFirst("note")), actor);
            case HAND_TO -> service.handTo(task, MeetingTyped.id("owner", form.getFirst("owner")), actor);
            case AWAIT -> service.await(task, true, actor);
            case RETURNED -> service.await(task, false, actor);
            case DROP -> service.drop(task, MeetingTyped.text(form.getFirst("reason")), actor);
            case CHANGE ->
                service.change(
                        task,
                        MeetingTyped.version(form.getFirst("version")),
                        MeetingTyped.number("effort", form.getFirst("effort"), 0, 60_000),
                        MeetingTyped.number("lead", form.getFirst("lead"), 0, 250),
                        actor);
        }
    }

    private View take(UUID id, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return new RedirectView("/meetings/" + id + "/preparation");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), view(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }

    @GetMapping("/meetings/board")
    View board(Page page, @CurrentActor Actor actor) {
        return Html.of(board(page, actor, Map.of()));
    }

    private JteModel board(Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsBoard(page, queries.board(actor), moves.proposals(page), errors);
    }

    /** Takes the ticked proposals. */
    @PostMapping("/meetings/board")
    View take(@RequestParam MultiValueMap<String, String> form, Page page, @CurrentActor Actor actor) {
        try {
            moves.take(TaskHands.of(form), MeetingTyped.text(form.getFirst("reason")), actor);
            return new RedirectView("/meetings/board");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), board(page, actor, MeetingTyped.errors(page, refusal)));
        }
    }
}
