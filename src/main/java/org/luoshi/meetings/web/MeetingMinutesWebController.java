package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.after.DecisionFiling;
import org.luoshi.meetings.after.MeetingArchive;
import org.luoshi.meetings.after.MeetingMinutesWriter;
import org.luoshi.meetings.after.MinutesQueries;
import org.luoshi.meetings.after.MinutesService;
import org.luoshi.meetings.after.MinutesView;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.organization.OrganizationApi;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** After a meeting: that it was held, its minutes, who agrees, who signs, what goes to the ledger, and the archive. */
@Controller
@RequestMapping("/meetings/{id}")
class MeetingMinutesWebController {

    private final MinutesQueries queries;
    private final MinutesService service;
    private final DecisionFiling filing;
    private final MeetingMinutesWriter writer;
    private final MeetingArchive archive;
    private final MeetingService meetings;
    private final MeetingSheets sheets;
    private final MeetingUnits units;
    private final OrganizationApi organization;
    private final Templates templates;

    MeetingMinutesWebController(
            MinutesQueries queries,
            MinutesService service,
            DecisionFiling filing,
            MeetingMinutesWriter writer,
            MeetingArchive archive,
            MeetingService meetings,
            MeetingSheets sheets,
            MeetingUnits units,
            OrganizationApi organization,
            Templates templates) {
        this.queries = queries;
        this.service = service;
        this.filing = filing;
        this.writer = writer;
        this.archive = archive;
        this.meetings = meetings;
        this.sheets = sheets;
        this.units = units;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping("/minutes")
    View minutes(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        MinutesView view = queries.of(id, actor);
        return Html.of(view(page, view, MinutesForm.of(view), Map.of()));
    }

    private JteModel view(Page page, MinutesView view, MinutesForm form, Map<String, String> errors) {
        return templates.meetingsMinutes(page, view, form, errors);
    }

    @PostMapping("/minutes")
    View write(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            @CurrentActor Actor actor) {
        MinutesForm form = MinutesForm.read(typed);
        try {
            service.write(id, form.toMinutes(units), actor);
            return back(id);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal),
                    view(page, queries.of(id, actor), form, MeetingTyped.errors(page, refusal)));
        }
    }

    /** It took place. */
    @PostMapping("/holding")
    View hold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String minutes,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                page,
                actor,
                () -> meetings.hold(
                        id,
                        MeetingTyped.number("people", people, 1, NewMeeting.MOST_PEOPLE),
                        MeetingTyped.number("minutes", minutes, 1, 20_160),
                        actor));
    }

    @PostMapping("/circulation")
    View circulate(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> {
            List<UUID> people = new ArrayList<>();
            for (String name : form.getOrDefault("person", List.of())) {
                if (!name.isBlank()) {
                    people.add(person(name));
                }
            }
            service.circulate(
                    id,
                    people,
                    MeetingTyped.instant("due", form.getFirst("due"), "dueTime", form.getFirst("dueTime"), page.zone()),
                    actor);
        });
    }

    private UUID person(String name) {
        try {
            return organization.personWritten(name).id();
        } catch (BusinessException unclear) {
            throw MeetingTyped.atField("people", unclear);
        }
    }

    @PostMapping("/agreement")
    View answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String text,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                page,
                actor,
                () -> service.answer(id, answer.equals("agree"), words, MeetingTyped.version(text), actor));
    }

    @PostMapping("/signature")
    View sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String over,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.sign(id, MeetingTyped.version(text), over, actor));
    }

    @PostMapping("/decisions")
    View hand(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> filing.file(id, actor));
    }

    private View take(UUID id, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return back(id);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            MinutesView view = queries.of(id, actor);
            return Html.withStatus(
                    MeetingTyped.status(refusal),
                    view(page, view, MinutesForm.of(view), MeetingTyped.errors(page, refusal)));
        }
    }

    private static View back(UUID id) {
        return new RedirectView("/meetings/" + id + "/minutes");
    }

    @GetMapping("/minutes.docx")
    View word(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return MeetingDownload.of(
                written(id, page, actor), page.t("meetings.archive.minutes") + ".docx", MeetingDownload.DOCX);
    }

    private byte[] written(UUID id, Page page, Actor actor) {
        Meeting meeting = queries.of(id, actor).meeting();
        return writer.write(id, sheets.kind(meeting.kind()).label(page), MeetingText.when(page, meeting), page, actor);
    }

    @GetMapping("/archive.zip")
    View archive(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        MinutesView view = queries.of(id, actor);
        byte[] minutes = view.minutes() == null ? new byte[0] : written(id, page, actor);
        return MeetingDownload.of(
                archive.pack(id, minutes, page, actor), view.meeting().title() + ".zip", "application/zip");
    }
}
