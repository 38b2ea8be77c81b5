package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.Booking;
import org.luoshi.meetings.venue.Bookings;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.PlacedSeat;
import org.luoshi.meetings.venue.SeatDrawing;
import org.luoshi.meetings.venue.SeatPlan;
import org.luoshi.meetings.venue.SeatPlans;
import org.luoshi.meetings.venue.SeatRules;
import org.luoshi.meetings.venue.SeatRules.Even;
import org.luoshi.meetings.venue.SeatRules.Hand;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Seat plans, and the rules of the house by which they are made. */
@Controller
class SeatWebController {

    private static final String SEATS = "/meetings/{id:[0-9a-f-]{36}}/seats";

    private final SeatPlans plans;
    private final Bookings bookings;
    private final MeetingRights rights;
    private final Templates templates;

    SeatWebController(SeatPlans plans, Bookings bookings, MeetingRights rights, Templates templates) {
        this.plans = plans;
        this.bookings = bookings;
        this.rights = rights;
        this.templates = templates;
    }

    @GetMapping(SEATS)
    View seats(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(page(id, page, actor, Map.of()));
    }

    @GetMapping(SEATS + "/print")
    View print(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.meetingsSeatsPrint(page, sheet(id, page, actor)));
    }

    private JteModel page(UUID id, Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsSeats(page, sheet(id, page, actor), errors);
    }

    private SeatSheet sheet(UUID id, Page page, Actor actor) {
        Meeting meeting = rights.visible(id, actor);
        SeatPlan plan = plans.of(id, actor);
        return new SeatSheet(
                meeting,
                bookings.of(id).stream()
                        .filter(one -> one.kind() == FacilityKind.ROOM)
                        .map(Booking::name)
                        .findFirst()
                        .orElse(""),
                plan,
                SeatDrawing.of(plan, page),
                choices(plan, page),
                plans.countSwaps(id),
                MeetingRights.mayPrepare(meeting, actor));
    }

    private static List<SeatSheet.SeatChoice> choices(SeatPlan plan, Page page) {
        return plan.byAttendee().entrySet().stream()
                .map(entry -> choice(entry.getKey(), entry.getValue(), page))
                .toList();
    }

    private static SeatSheet.SeatChoice choice(UUID id, PlacedSeat seat, Page page) {
        String name = Objects.requireNonNull(seat.who()).name();
        return new SeatSheet.SeatChoice(id.toString(), name + "（" + seat.label(page) + "）");
    }

    @PostMapping(SEATS + "/swap")
    View swap(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String second,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                page,
                actor,
                () -> plans.swap(id, MeetingTyped.id("first", first), MeetingTyped.id("second", second), actor));
    }

    @PostMapping(SEATS + "/reset")
    View reset(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> plans.forgetSwaps(id, actor));
    }

    private View take(UUID id, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id + "/seats");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), page(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }

    @GetMapping("/meetings/rooms/seating")
    View rules(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.meetingsSeatsRules(
                page, SeatRulesForm.of(plans.rules()), MeetingRights.prepares(actor), Map.of()));
    }

    @PostMapping("/meetings/rooms/seating")
    View setRules(SeatRulesForm form, Page page, @CurrentActor Actor actor) {
        try {
            plans.setRules(
                    new SeatRules(
                            MeetingTyped.choice("secondAt", Hand.class, form.secondAt()),
                            MeetingTyped.choice("even", Even.class, form.even()),
                            MeetingTyped.number("headRank", form.headRank(), 0, 899),
                            MeetingTyped.number("freeBetween", form.freeBetween(), 0, SeatRules.MOST_FREE)),
                    actor);
            return new RedirectView("/meetings/rooms/seating");
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal),
                    templates.meetingsSeatsRules(page, form, true, MeetingTyped.errors(page, refusal)));
        }
    }
}
