package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.RoomWeeks;
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

/** The register of rooms and lines, and their week. */
@Controller
@RequestMapping("/meetings/rooms")
class RoomWebController {

    private final Facilities facilities;
    private final RoomWeeks weeks;
    private final Templates templates;

    RoomWebController(Facilities facilities, RoomWeeks weeks, Templates templates) {
        this.facilities = facilities;
        this.weeks = weeks;
        this.templates = templates;
    }

    @GetMapping
    View rooms(@RequestParam(defaultValue = "") String day, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.meetingsRooms(page, weeks.of(sane(day, page), actor), MeetingRights.prepares(actor)));
    }

    private static LocalDate sane(String typed, Page page) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() < 1990 || day.getYear() > 2199 ? page.today() : day;
        } catch (DateTimeException noDay) {
            return page.today();
        }
    }

    @GetMapping("/new")
    View newRoom(@RequestParam(defaultValue = "ROOM") FacilityKind kind, Page page) {
        return Html.of(form(page, null, RoomForm.empty(kind), Map.of()));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    View edit(@PathVariable UUID id, Page page) {
        return Html.of(form(page, id, RoomForm.of(facilities.require(id)), Map.of()));
    }

    private JteModel form(Page page, @Nullable UUID id, RoomForm form, Map<String, String> errors) {
        return templates.meetingsRoomsForm(page, id == null ? "" : id.toString(), form, errors);
    }

    @PostMapping
    View add(RoomForm form, Page page, @CurrentActor Actor actor) {
        return take(form, null, page, () -> facilities.add(form.toFacility(new UUID(0, 0)), actor));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    View change(@PathVariable UUID id, RoomForm form, Page page, @CurrentActor Actor actor) {
        return take(form, id, page, () -> facilities.change(form.toFacility(id), actor));
    }

    private View take(RoomForm form, @Nullable UUID id, Page page, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/rooms");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), form(page, id, form, MeetingTyped.errors(page, refusal)));
        }
    }
}
