package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.meetings.agenda.AgendaError;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.agenda.AgendaService;
import org.luoshi.meetings.agenda.AgendaView;
import org.luoshi.meetings.agenda.Topic;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The topics of a meeting: collected, vetted, ordered, with their times on the clock. */
@Controller
@RequestMapping("/meetings/{id}/topics")
class TopicsWebController {

    private final AgendaQueries queries;
    private final AgendaService service;
    private final MeetingUnits units;
    private final FilesApi files;
    private final Templates templates;

    TopicsWebController(
            AgendaQueries queries, AgendaService service, MeetingUnits units, FilesApi files, Templates templates) {
        this.queries = queries;
        this.service = service;
        this.units = units;
        this.files = files;
        this.templates = templates;
    }

    @GetMapping
    View topics(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(view(id, TopicForm.EMPTY, page, Map.of(), actor));
    }

    private JteModel view(UUID id, TopicForm form, Page page, Map<String, String> errors, Actor actor) {
        return templates.meetingsTopics(page, queries.of(id, actor), form, errors);
    }

    @PostMapping
    View propose(
            @PathVariable UUID id,
            TopicForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> papers,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                () -> service.propose(
                        id,
                        new AgendaService.NewTopic(
                                form.title(),
                                form.reason(),
                                form.speaker(),
                                MeetingTyped.number("minutes", form.minutes(), 1, 1440),
                                MeetingTyped.ticked(form.principal()),
                                units.one("unit", form.unit(), AgendaError.UNIT_UNCLEAR),
                                stored(papers, actor)),
                        actor));
    }

    private List<UUID> stored(@Nullable List<MultipartFile> papers, Actor actor) {
        return papers == null
                ? List.of()
                : papers.stream()
                        .filter(paper -> !paper.isEmpty())
                        .map(paper -> files.store(paper, actor))
                        .map(StoredFile::id)
                        .toList();
    }

    /** Units owe their topics by then. */
    @PostMapping("/requests")
    View ask(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                TopicForm.EMPTY,
                page,
                actor,
                () -> service.ask(
                        id,
                        units.read("units", form.getFirst("units"), AgendaError.UNIT_UNCLEAR),
                        MeetingTyped.instant(
                                "due", form.getFirst("due"), "dueTime", form.getFirst("dueTime"), page.zone()),
                        actor));
    }

    /** "No topic", signed. */
    @PostMapping("/none")
    View none(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, TopicForm.EMPTY, page, actor, () -> service.none(id, actor));
    }

    /** What can be done with a topic. */
    enum TopicStep {
        ACCEPT,
        SEND_BACK,
        POSTPONE,
        UP,
        DOWN,
        CHANGE
    }

    @PostMapping("/{topic}")
    View step(
            @PathVariable UUID id,
            @PathVariable UUID topic,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        TopicStep step = MeetingTyped.choice("step", TopicStep.class, form.getFirst("step"));
        String answer = MeetingTyped.text(form.getFirst("answer"));
        return take(id, TopicForm.EMPTY, page, actor, () -> {
            switch (step) {
                case ACCEPT -> service.vet(topic, Topic.State.ACCEPTED, answer, actor);
                case SEND_BACK -> service.vet(topic, Topic.State.SENT_BACK, answer, actor);
                case POSTPONE -> service.vet(topic, Topic.State.POSTPONED, answer, actor);
                case UP -> service.shift(topic, true, actor);
                case DOWN -> service.shift(topic, false, actor);
                case CHANGE ->
                    service.change(
                            topic,
                            MeetingTyped.version(form.getFirst("version")),
                            MeetingTyped.text(form.getFirst("speaker")),
                            MeetingTyped.number("minutes", form.getFirst("minutes"), 1, 1440),
                            MeetingTyped.ticked(form.getFirst("principal")),
                            actor);
            }
        });
    }

    /** A paper of a topic, for everybody who sees the agenda. */
    @GetMapping("/papers/{file}")
    View paper(@PathVariable UUID id, @PathVariable UUID file, @CurrentActor Actor actor) {
        AgendaView agenda = queries.of(id, actor);
        boolean hers = agenda.files().values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.id().equals(file));
        if (!hers) {
            throw AgendaError.UNKNOWN.plain();
        }
        return files.download(file);
    }

    private View take(UUID id, TopicForm form, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return new RedirectView("/meetings/" + id + "/topics");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), view(id, form, page, MeetingTyped.errors(page, refusal), actor));
        }
    }
}
