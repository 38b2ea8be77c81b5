package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.BookingService;
import org.luoshi.meetings.venue.Bookings;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.RoomOffers;
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

/** The room and the lines of one meeting: what is free, one press to book it. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}/room")
class RoomBookingWebController {

    private final BookingService service;
    private final Bookings bookings;
    private final RoomOffers offers;
    private final MeetingRights rights;
    private final Templates templates;

    RoomBookingWebController(
            BookingService service, Bookings bookings, RoomOffers offers, MeetingRights rights, Templates templates) {
        this.service = service;
        this.bookings = bookings;
        this.offers = offers;
        this.rights = rights;
        this.templates = templates;
    }

    @GetMapping
    View room(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(sheet(id, page, actor, Map.of()));
    }

    private JteModel sheet(UUID id, Page page, Actor actor, Map<String, String> errors) {
        Meeting meeting = rights.prepared(id, actor);
        return templates.meetingsRoomsBooking(
                page,
                new RoomSheet(
                        meeting,
                        offers.heads(meeting),
                        bookings.of(id),
                        bookings.lost(id),
                        offers.of(FacilityKind.ROOM, meeting, actor),
                        offers.of(FacilityKind.LINE, meeting, actor)),
                errors);
    }

    @PostMapping
    View book(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String facility,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.book(id, MeetingTyped.id("facility", facility), actor));
    }

    @PostMapping("/release")
    View release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String facility,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> service.release(id, MeetingTyped.id("facility", facility), actor));
    }

    private View take(UUID id, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id + "/room");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), sheet(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }
}
