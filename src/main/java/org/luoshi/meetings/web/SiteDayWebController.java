package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.Arrivals;
import org.luoshi.meetings.venue.HandbookParts;
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

/** On the day: who came, marked by a clerk, and what the chair reads from. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class SiteDayWebController {

    private final Arrivals arrivals;
    private final HandbookParts parts;
    private final MeetingRights rights;
    private final OrganizationApi organization;
    private final Templates templates;

    SiteDayWebController(
            Arrivals arrivals,
            HandbookParts parts,
            MeetingRights rights,
            OrganizationApi organization,
            Templates templates) {
        this.arrivals = arrivals;
        this.parts = parts;
        this.rights = rights;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping("/signin")
    View arrivals(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(list(id, page, actor, Map.of()));
    }

    private JteModel list(UUID id, Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsSignin(
                page, rights.prepared(id, actor), arrivals.sheets(id, actor), arrivals.present(id), errors);
    }

    @PostMapping("/signin")
    View arrive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String here,
            @RequestParam(defaultValue = "") String away,
            @RequestParam(defaultValue = "") String everybody,
            Page page,
            @CurrentActor Actor actor) {
        try {
            if (!everybody.isEmpty()) {
                arrivals.allArrived(id, MeetingTyped.id("unit", unit), actor);
            } else if (!away.isEmpty()) {
                arrivals.notArrived(id, MeetingTyped.id("away", away), actor);
            } else {
                arrivals.arrived(id, MeetingTyped.id("here", here), actor);
            }
            return new RedirectView("/meetings/" + id + "/signin#u" + MeetingTyped.id("unit", unit));
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), list(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }

    @GetMapping("/running")
    View running(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Meeting meeting = rights.visible(id, actor);
        UUID chairId = meeting.chairId();
        String chair = chairId == null
                ? ""
                : organization.person(chairId).map(Person::name).orElse("");
        return Html.of(
                templates.meetingsRunning(page, meeting, new SiteRunning(chair, parts.agenda(meeting, actor, page))));
    }
}
