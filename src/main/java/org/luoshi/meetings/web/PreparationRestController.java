package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.preparation.Absence;
import org.luoshi.meetings.preparation.Absences;
import org.luoshi.meetings.preparation.MoveDesk;
import org.luoshi.meetings.preparation.MovePreview;
import org.luoshi.meetings.preparation.PreparationQueries;
import org.luoshi.meetings.preparation.PreparationQueries.TaskLine;
import org.luoshi.meetings.preparation.PreparationQueries.TaskStanding;
import org.luoshi.meetings.preparation.PreparationService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Preparation and moves, for programs. */
@Tag(name = "Meetings: preparation")
@RestController
@RequestMapping("/api/v1/meetings")
class PreparationRestController {

    private final PreparationQueries queries;
    private final PreparationService service;
    private final MoveDesk moves;
    private final MeetingQueries meetings;
    private final Absences absences;

    PreparationRestController(
            PreparationQueries queries,
            PreparationService service,
            MoveDesk moves,
            MeetingQueries meetings,
            Absences absences) {
        this.queries = queries;
        this.service = service;
        this.moves = moves;
        this.meetings = meetings;
        this.absences = absences;
    }

    /** A task with its plan; days are working days, effort is in minutes. */
    record TaskBody(
            UUID id,
            String code,
            String name,
            UUID ownerId,
            TaskStanding standing,
            LocalDate start,
            LocalDate finish,
            LocalDate latestFinish,
            int effortMinutes) {

        static TaskBody of(TaskLine line, Page page) {
            return new TaskBody(
                    line.task().id(),
                    line.task().code(),
                    line.task().label(page),
                    line.task().ownerId(),
                    line.standing(),
                    line.start(),
                    line.finish(),
                    line.task().dueOn(),
                    line.task().effortMinutes());
        }
    }

    /** Who has the task now. */
    record OwnerBody(@NotNull UUID ownerId) {}

    /** What is to be said about a finished task. */
    record TaskNoteBody(@Nullable String note) {}

    /** Days on which somebody prepares nothing, both included. */
    record AbsenceBody(
            @NotNull UUID personId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Absence.Kind kind) {}

    /** What was entered. */
    record AbsenceAnswer(UUID id) {}

    /**
     * A move.
     *
     * @param hands who takes which task, by task
     * @param dropped tasks that are left out
     */
    record MoveBody(
            int version,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank String place,
            @Nullable UUID chairId,
            @NotNull Audience audience,
            @Nullable String reason,
            @Nullable Map<UUID, UUID> hands,
            @Nullable List<UUID> dropped) {

        MoveMeeting toMove() {
            return new MoveMeeting(version, startsAt, endsAt, place, chairId, audience, MeetingTyped.text(reason));
        }
    }

    @Operation(summary = "The tasks of a meeting with their plan")
    @GetMapping("/{id}/tasks")
    List<TaskBody> meetingTasks(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return queries.of(id, actor).lines().stream()
                .map(line -> TaskBody.of(line, page))
                .toList();
    }

    @Operation(summary = "Give a task to somebody")
    @PostMapping("/{id}/tasks/{task}/owner")
    List<TaskBody> handMeetingTask(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @Valid @RequestBody OwnerBody body,
            Page page,
            @CurrentActor Actor actor) {
        service.handTo(task, body.ownerId(), actor);
        return meetingTasks(id, page, actor);
    }

    @Operation(summary = "A task is done")
    @PostMapping("/{id}/tasks/{task}/completion")
    List<TaskBody> finishMeetingTask(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @Valid @RequestBody TaskNoteBody body,
            Page page,
            @CurrentActor Actor actor) {
        service.finish(task, MeetingTyped.text(body.note()), actor);
        return meetingTasks(id, page, actor);
    }

    @Operation(summary = "What a move would mean; changes nothing")
    @PostMapping("/{id}/move-preview")
    MovePreview previewMeetingMove(
            @PathVariable UUID id, @Valid @RequestBody MoveBody body, Page page, @CurrentActor Actor actor) {
        Meeting meeting = meetings.require(id, actor);
        if (!MeetingRights.mayPrepare(meeting, actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        return moves.preview(meeting, body.toMove(), actor, page);
    }

    @Operation(summary = "Move a meeting with everything that follows, in one step; version is the one that was seen")
    @PostMapping("/{id}/move")
    MeetingRestController.MeetingAnswerBody moveMeeting(
            @PathVariable UUID id, @Valid @RequestBody MoveBody body, @CurrentActor Actor actor) {
        return MeetingRestController.MeetingAnswerBody.of(moves.confirm(
                id,
                body.toMove(),
                body.hands() == null ? Map.of() : body.hands(),
                body.dropped() == null ? List.of() : body.dropped(),
                actor));
    }

    @Operation(summary = "Somebody is away")
    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceAnswer enterAbsence(@Valid @RequestBody AbsenceBody body, @CurrentActor Actor actor) {
        return new AbsenceAnswer(absences.enter(body.personId(), body.from(), body.to(), body.kind(), actor));
    }
}
