package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.after.DecisionFiling;
import org.luoshi.meetings.after.Minutes;
import org.luoshi.meetings.after.MinutesQueries;
import org.luoshi.meetings.after.MinutesService;
import org.luoshi.meetings.after.MinutesView;
import org.luoshi.meetings.after.WrittenMinutes;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.agenda.AgendaService;
import org.luoshi.meetings.agenda.AgendaView;
import org.luoshi.meetings.agenda.Topic;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Topics, minutes and decisions, for programs. */
@Tag(name = "Meetings: topics and minutes")
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class MinutesRestController {

    private final AgendaQueries agenda;
    private final AgendaService topics;
    private final MinutesQueries queries;
    private final MinutesService service;
    private final DecisionFiling filing;

    MinutesRestController(
            AgendaQueries agenda,
            AgendaService topics,
            MinutesQueries queries,
            MinutesService service,
            DecisionFiling filing) {
        this.agenda = agenda;
        this.topics = topics;
        this.queries = queries;
        this.service = service;
        this.filing = filing;
    }

    /** A topic to propose. */
    record TopicBody(
            @NotBlank String title,
            @Nullable String reason,
            @Nullable String speaker,
            @Min(1) @Max(1440) int minutes,
            boolean principal,
            @Nullable UUID unitId) {}

    /** A topic on the agenda with its times, or one that is not on it. */
    record TopicAnswer(
            UUID id,
            String title,
            String speaker,
            int minutes,
            Topic.State state,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** What becomes of a topic. */
    record VerdictOnTopicBody(
            @NotNull Topic.State state, @Nullable String answer) {}

    /** Minutes to write; version is the one that was seen, 0 for the first. */
    record MinutesBody(
            int version,
            @Nullable String number,
            @Nullable String present,
            @Nullable String absent,
            @Nullable String body,
            @NotNull List<@Valid DecisionBody> decisions) {}

    /** A decision; without a leading unit it is noted. */
    record DecisionBody(
            @NotBlank String text,
            @Nullable String requirement,
            @Nullable UUID leadUnitId,
            @Nullable List<UUID> coUnitIds,
            @Nullable LocalDate due) {

        WrittenMinutes.WrittenDecision toDecision() {
            return new WrittenMinutes.WrittenDecision(
                    text,
                    MeetingTyped.text(requirement),
                    leadUnitId != null,
                    leadUnitId,
                    coUnitIds == null ? List.of() : coUnitIds,
                    due);
        }
    }

    /** A decision with the matter it became. */
    record DecisionAnswer(
            String text,
            @Nullable UUID leadUnitId,
            List<UUID> coUnitIds,
            @Nullable LocalDate due,
            @Nullable UUID itemId,
            boolean done) {}

    /** Minutes as they are. */
    record MinutesAnswer(
            int version,
            int textVersion,
            String number,
            String body,
            boolean signed,
            @Nullable UUID sourceId,
            List<DecisionAnswer> decisions) {}

    @Operation(summary = "Topics of a meeting, those on the agenda first and with their times")
    @GetMapping("/topics")
    List<TopicAnswer> meetingTopics(@PathVariable UUID id, @CurrentActor Actor actor) {
        AgendaView view = agenda.of(id, actor);
        List<TopicAnswer> answers = new ArrayList<>();
        view.lines().forEach(line -> answers.add(answer(line.topic(), line.from(), line.to())));
        view.others().forEach(topic -> answers.add(answer(topic, null, null)));
        return answers;
    }

    private static TopicAnswer answer(Topic topic, @Nullable Instant from, @Nullable Instant to) {
        return new TopicAnswer(topic.id(), topic.title(), topic.speaker(), topic.minutes(), topic.state(), from, to);
    }

    @Operation(summary = "Propose a topic")
    @PostMapping("/topics")
    @ResponseStatus(HttpStatus.CREATED)
    List<TopicAnswer> proposeTopic(
            @PathVariable UUID id, @Valid @RequestBody TopicBody body, @CurrentActor Actor actor) {
        topics.propose(
                id,
                new AgendaService.NewTopic(
                        body.title(),
                        MeetingTyped.text(body.reason()),
                        MeetingTyped.text(body.speaker()),
                        body.minutes(),
                        body.principal(),
                        body.unitId(),
                        List.of()),
                actor);
        return meetingTopics(id, actor);
    }

    @Operation(summary = "Accept a topic, send it back or leave it for another meeting")
    @PostMapping("/topics/{topic}/verdict")
    List<TopicAnswer> vetTopic(
            @PathVariable UUID id,
            @PathVariable UUID topic,
            @Valid @RequestBody VerdictOnTopicBody body,
            @CurrentActor Actor actor) {
        topics.vet(topic, body.state(), MeetingTyped.text(body.answer()), actor);
        return meetingTopics(id, actor);
    }

    @Operation(summary = "Minutes with their decisions and what became of them; version 0 where there are none")
    @GetMapping("/minutes")
    MinutesAnswer meetingMinutes(@PathVariable UUID id, @CurrentActor Actor actor) {
        MinutesView view = queries.of(id, actor);
        Minutes minutes = view.minutes();
        return new MinutesAnswer(
                minutes == null ? 0 : minutes.version(),
                minutes == null ? 0 : minutes.textVersion(),
                minutes == null ? "" : minutes.number(),
                minutes == null ? "" : minutes.body(),
                view.isSigned(),
                minutes == null ? null : minutes.sourceId(),
                view.decisions().stream()
                        .map(one -> new DecisionAnswer(
                                one.text(),
                                one.leadUnit(),
                                one.coUnits(),
                                one.due(),
                                one.itemId(),
                                one.itemId() != null && view.isDone(one.itemId())))
                        .toList());
    }

    @Operation(summary = "Write minutes")
    @PutMapping("/minutes")
    MinutesAnswer writeMinutes(@PathVariable UUID id, @Valid @RequestBody MinutesBody body, @CurrentActor Actor actor) {
        service.write(
                id,
                new WrittenMinutes(
                        body.version(),
                        MeetingTyped.text(body.number()),
                        MeetingTyped.text(body.present()),
                        MeetingTyped.text(body.absent()),
                        MeetingTyped.text(body.body()),
                        body.decisions().stream().map(DecisionBody::toDecision).toList()),
                actor);
        return meetingMinutes(id, actor);
    }

    @Operation(
            summary =
                    "Sign minutes that somebody else wrote; the text version that was seen, else the newest; a reason where not all agree")
    @PostMapping("/minutes/signature")
    MinutesAnswer signMinutes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer textVersion,
            @RequestParam(defaultValue = "") String over,
            @CurrentActor Actor actor) {
        int seen = textVersion == null ? meetingMinutes(id, actor).textVersion() : textVersion;
        service.sign(id, seen, over, actor);
        return meetingMinutes(id, actor);
    }

    @Operation(summary = "Hand the decisions of signed minutes to the ledger")
    @PostMapping("/decisions")
    MinutesAnswer handDecisions(@PathVariable UUID id, @CurrentActor Actor actor) {
        filing.file(id, actor);
        return meetingMinutes(id, actor);
    }
}
