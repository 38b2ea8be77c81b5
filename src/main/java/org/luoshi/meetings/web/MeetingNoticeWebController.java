package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.invitation.InvitationCalendar;
import org.luoshi.meetings.invitation.InviteeService;
import org.luoshi.meetings.invitation.MeetingNotice;
import org.luoshi.meetings.invitation.MeetingNoticeQueries;
import org.luoshi.meetings.invitation.MeetingNoticeService;
import org.luoshi.meetings.invitation.MeetingNoticeWriter;
import org.luoshi.meetings.invitation.ReceiptQueries;
import org.luoshi.notices.NoticesApi;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** The notice of a meeting: whom it invites, its versions, and it as Word and as a calendar file. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class MeetingNoticeWebController {

    private final MeetingQueries meetings;
    private final MeetingNoticeQueries queries;
    private final MeetingNoticeService service;
    private final InviteeService invitees;
    private final ReceiptQueries receipts;
    private final MeetingNoticeWriter writer;
    private final AgendaQueries agenda;
    private final NoticesApi notices;
    private final OrganizationApi organization;
    private final Templates templates;

    MeetingNoticeWebController(
            MeetingQueries meetings,
            MeetingNoticeQueries queries,
            MeetingNoticeService service,
            InviteeService invitees,
            ReceiptQueries receipts,
            MeetingNoticeWriter writer,
            AgendaQueries agenda,
            NoticesApi notices,
            OrganizationApi organization,
            Templates templates) {
        this.meetings = meetings;
        this.queries = queries;
        this.service = service;
        this.invitees = invitees;
        this.receipts = receipts;
        this.writer = writer;
        this.agenda = agenda;
        this.notices = notices;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping("/notice")
    View notice(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        MeetingNoticeSheet sheet = sheet(id, MeetingTyped.version(version), actor);
        return Html.of(view(page, sheet, InviteeForm.empty(), form(sheet, page), Map.of()));
    }

    private MeetingNoticeSheet sheet(UUID id, int number, Actor actor) {
        Meeting meeting = meetings.require(id, actor);
        List<MeetingNotice> versions = queries.of(id, actor);
        MeetingNotice newest = versions.isEmpty() ? null : versions.get(0);
        return new MeetingNoticeSheet(
                meeting,
                versions,
                number == 0 ? newest : queries.require(id, number, actor),
                queries.invited(id, actor),
                MeetingRights.mayPrepare(meeting, actor),
                receipts.ownUnit(id, actor).orElse(null));
    }

    /** The words of the notice before; before the first one the topics that were accepted. */
    private MeetingNoticeForm form(MeetingNoticeSheet sheet, Page page) {
        if (!sheet.versions().isEmpty()) {
            return MeetingNoticeForm.of(sheet.versions().get(0), page.zone());
        }
        return MeetingNoticeForm.first(agenda.lines(sheet.meeting()).stream()
                .map(line -> line.number() + ". " + line.topic().title())
                .collect(Collectors.joining("\n")));
    }

    private JteModel view(
            Page page,
            MeetingNoticeSheet sheet,
            InviteeForm invitee,
            MeetingNoticeForm form,
            Map<String, String> errors) {
        return templates.meetingsNotice(page, sheet, invitee, form, errors);
    }

    @PostMapping("/notice")
    View send(@PathVariable UUID id, MeetingNoticeForm form, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, null, form, () -> service.send(id, form.toWords(page.zone()), actor));
    }

    @PostMapping("/invitees")
    View invite(@PathVariable UUID id, InviteeForm form, Page page, @CurrentActor Actor actor) {
        return take(
                id,
                page,
                actor,
                form,
                null,
                () -> invitees.invite(
                        id,
                        MeetingTyped.text(form.units()),
                        MeetingTyped.number("seats", form.seats(), 1, InviteeService.MOST_SEATS),
                        MeetingTyped.text(form.who()),
                        actor));
    }

    @PostMapping("/invitees/{unit}/removal")
    View uninvite(@PathVariable UUID id, @PathVariable UUID unit, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, null, null, () -> invitees.uninvite(id, unit, actor));
    }

    private View take(
            UUID id,
            Page page,
            Actor actor,
            @Nullable InviteeForm invitee,
            @Nullable MeetingNoticeForm form,
            Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id + "/notice");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            MeetingNoticeSheet sheet = sheet(id, 0, actor);
            return Html.withStatus(
                    MeetingTyped.status(refusal),
                    view(
                            page,
                            sheet,
                            invitee == null ? InviteeForm.empty() : invitee,
                            form == null ? form(sheet, page) : form,
                            MeetingTyped.errors(page, refusal)));
        }
    }

    @GetMapping("/notice/{number:\\d{1,6}}.docx")
    View word(@PathVariable UUID id, @PathVariable int number, Page page, @CurrentActor Actor actor) {
        String title = queries.require(id, number, actor).title();
        return MeetingDownload.of(
                writer.write(id, number, page, actor),
                page.t("meetings.invitation.paper.file", "title", title, "number", number) + ".docx",
                MeetingDownload.DOCX);
    }

    @GetMapping("/notice/calendar.ics")
    View calendar(@PathVariable UUID id, HttpServletRequest request, @CurrentActor Actor actor) {
        Meeting meeting = meetings.require(id, actor);
        String mail = organization.person(actor.personId()).map(Person::email).orElse(null);
        String file = notices.calendarFile(
                InvitationCalendar.entry(meeting),
                mail,
                ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        return MeetingDownload.of(
                file.getBytes(StandardCharsets.UTF_8), meeting.title() + ".ics", MeetingDownload.CALENDAR);
    }
}
