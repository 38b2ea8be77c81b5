package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.Booking;
import org.luoshi.meetings.venue.BookingService;
import org.luoshi.meetings.venue.Bookings;
import org.luoshi.meetings.venue.CallStep;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.NewSite;
import org.luoshi.meetings.venue.PlacedSeat;
import org.luoshi.meetings.venue.RoomOffer;
import org.luoshi.meetings.venue.RoomOffers;
import org.luoshi.meetings.venue.SeatPlans;
import org.luoshi.meetings.venue.SiteCalls;
import org.luoshi.meetings.venue.VideoSite;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms, seats and sites of a meeting, for programs. */
@Tag(name = "Meetings: rooms, seats and sites")
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class RoomRestController {

    private final BookingService service;
    private final Bookings bookings;
    private final RoomOffers offers;
    private final SeatPlans plans;
    private final SiteCalls calls;
    private final MeetingRights rights;
    private final Clock clock;

    RoomRestController(
            BookingService service,
            Bookings bookings,
            RoomOffers offers,
            SeatPlans plans,
            SiteCalls calls,
            MeetingRights rights,
            Clock clock) {
        this.service = service;
        this.bookings = bookings;
        this.offers = offers;
        this.plans = plans;
        this.calls = calls;
        this.rights = rights;
        this.clock = clock;
    }

    /** A room or line that the meeting has, set-up and clearing included. */
    record RoomBookedBody(UUID facilityId, FacilityKind kind, String name, Instant takenFrom, Instant takenUntil) {

        static RoomBookedBody of(Booking booking) {
            return new RoomBookedBody(
                    booking.facilityId(), booking.kind(), booking.name(), booking.takenFrom(), booking.takenUntil());
        }
    }

    /** A room or line at the meeting's time; enough says whether everybody finds a seat. */
    record RoomOfferBody(UUID facilityId, FacilityKind kind, String name, boolean free, boolean enough, boolean ours) {

        static RoomOfferBody of(RoomOffer offer) {
            return new RoomOfferBody(
                    offer.facility().id(),
                    offer.facility().kind(),
                    offer.facility().name(),
                    offer.isFree(),
                    offer.enough(),
                    offer.ours());
        }
    }

    /** What the meeting has, what it lost when it was moved, and what it could have. */
    record RoomStateBody(List<RoomBookedBody> booked, List<String> lost, List<RoomOfferBody> offers) {}

    /** Which room or line. */
    record RoomToBookBody(@NotNull UUID facilityId) {}

    /** A taken seat; the code is H1-3 at the head table and 5-12 in the hall, counted from the left as seen from the hall. */
    record SeatBody(String code, boolean head, int row, int number, UUID attendeeId, String name) {

        static SeatBody of(PlacedSeat seat, Attendee who) {
            return new SeatBody(seat.code(), seat.head(), seat.row(), seat.number(), who.id(), who.name());
        }
    }

    /** A site to be called. */
    record SiteToCallBody(
            @NotBlank String name,
            @Nullable String contact,
            @Nullable String telephone,
            @Nullable String reserveLine) {}

    /** A site with what it answered; a step that is missing was not answered yet. */
    record SiteBody(
            UUID id,
            String name,
            String contact,
            String telephone,
            Map<CallStep, VideoSite.Call> calls,
            boolean out,
            long minutesOut) {

        static SiteBody of(VideoSite site, Instant now) {
            return new SiteBody(
                    site.id(),
                    site.name(),
                    site.contact(),
                    site.telephone(),
                    site.calls(),
                    site.isOut(),
                    site.minutesOut(now));
        }
    }

    /** What a site answered; no answer takes back what was noted by mistake. */
    record SiteAnswerBody(@NotNull CallStep step, @Nullable Boolean well) {}

    /** Whether its line is lost or there again. */
    record SiteLineBody(boolean lost) {}

    @Operation(summary = "The room and lines of a meeting, and what else is free at its time")
    @GetMapping("/room")
    RoomStateBody roomOfMeeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        Meeting meeting = rights.prepared(id, actor);
        return new RoomStateBody(
                bookings.of(id).stream().map(RoomBookedBody::of).toList(),
                bookings.lost(id).stream().map(Booking::name).toList(),
                Stream.of(FacilityKind.values())
                        .flatMap(kind -> offers.of(kind, meeting, actor).stream())
                        .map(RoomOfferBody::of)
                        .toList());
    }

    @Operation(summary = "Book a room, instead of the one it had, or one more line")
    @PostMapping("/room")
    RoomStateBody bookRoom(@PathVariable UUID id, @Valid @RequestBody RoomToBookBody body, @CurrentActor Actor actor) {
        service.book(id, body.facilityId(), actor);
        return roomOfMeeting(id, actor);
    }

    @Operation(summary = "Release a room or line")
    @DeleteMapping("/room/{facilityId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseRoom(@PathVariable UUID id, @PathVariable UUID facilityId, @CurrentActor Actor actor) {
        service.release(id, facilityId, actor);
    }

    @Operation(summary = "Who sits where")
    @GetMapping("/seats")
    List<SeatBody> seatsOfMeeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        return plans.of(id, actor)
                .seats()
                .flatMap(seat -> {
                    Attendee who = seat.who();
                    return who == null ? Stream.empty() : Stream.of(SeatBody.of(seat, who));
                })
                .toList();
    }

    @Operation(summary = "The sites of a meeting with what they answered, who is silent first")
    @GetMapping("/sites")
    List<SiteBody> sitesOfMeeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        Instant now = clock.instant();
        return calls.of(id, actor).stream().map(one -> SiteBody.of(one, now)).toList();
    }

    @Operation(summary = "Add a site")
    @PostMapping("/sites")
    @ResponseStatus(HttpStatus.CREATED)
    List<SiteBody> addSite(@PathVariable UUID id, @Valid @RequestBody SiteToCallBody body, @CurrentActor Actor actor) {
        calls.add(
                id,
                new NewSite(
                        null,
                        body.name(),
                        MeetingTyped.text(body.contact()),
                        MeetingTyped.text(body.telephone()),
                        MeetingTyped.text(body.reserveLine())),
                actor);
        return sitesOfMeeting(id, actor);
    }

    @Operation(summary = "Note what a site answered at a step of the roll call")
    @PostMapping("/sites/{siteId}/calls")
    List<SiteBody> noteSiteCall(
            @PathVariable UUID id,
            @PathVariable UUID siteId,
            @Valid @RequestBody SiteAnswerBody body,
            @CurrentActor Actor actor) {
        calls.note(id, siteId, body.step(), body.well(), actor);
        return sitesOfMeeting(id, actor);
    }

    @Operation(summary = "Note that the line of a site is lost, or there again")
    @PostMapping("/sites/{siteId}/line")
    List<SiteBody> noteSiteLine(
            @PathVariable UUID id,
            @PathVariable UUID siteId,
            @Valid @RequestBody SiteLineBody body,
            @CurrentActor Actor actor) {
        if (body.lost()) {
            calls.droppedOut(id, siteId, actor);
        } else {
            calls.back(id, siteId, actor);
        }
        return sitesOfMeeting(id, actor);
    }
}
