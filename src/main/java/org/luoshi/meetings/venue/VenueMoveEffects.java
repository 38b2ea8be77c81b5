package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveEffect.Topic;
import org.luoshi.meetings.core.MoveEffect.Weight;
import org.luoshi.meetings.core.MoveEffects;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a move means for the room, the lines and what is printed. */
@Component
@Order(40)
@Transactional(readOnly = true)
class VenueMoveEffects implements MoveEffects {

    private static final int MOST_ALTERNATIVES = 3;

    private final Facilities facilities;
    private final Bookings bookings;
    private final RoomOffers offers;
    private final OtherTitles titles;
    private final VenuePapers papers;
    private final Attendees attendees;

    VenueMoveEffects(
            Facilities facilities,
            Bookings bookings,
            RoomOffers offers,
            OtherTitles titles,
            VenuePapers papers,
            Attendees attendees) {
        this.facilities = facilities;
        this.bookings = bookings;
        this.offers = offers;
        this.titles = titles;
        this.papers = papers;
        this.attendees = attendees;
    }

    @Override
    public List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page) {
        List<MoveEffect> effects = new ArrayList<>();
        @Nullable Facility named = before.place().equals(after.place()) ? null : facilities.roomNamedIn(after.place());
        List<Booking> held = bookings.of(before.id());
        for (Booking booking : held) {
            if (BookingService.leaves(booking, before, after, named)) {
                effects.add(effect(
                        Topic.ROOM, Weight.TELLS, page.t("meetings.venue.move.leaves", "room", booking.name()), after));
            } else {
                followed(booking, after, viewer, page).ifPresent(effects::add);
            }
        }
        if (named != null && held.stream().noneMatch(one -> one.facilityId().equals(named.id()))) {
            effects.add(named(named, after, viewer, page));
        }
        paper(before, after, page).ifPresent(effects::add);
        return effects;
    }

    private Optional<MoveEffect> followed(Booking booking, Meeting after, Actor viewer, Page page) {
        Facility facility = facilities.require(booking.facilityId());
        boolean sameTime = booking.takenFrom().equals(facility.takenFrom(after))
                && booking.takenUntil().equals(facility.takenUntil(after));
        Topic topic = facility.isRoom() ? Topic.ROOM : Topic.LINES;
        Optional<Booking> other = inTheWay(facility, after);
        if (other.isPresent()) {
            return Optional.of(effect(topic, Weight.ASKS, clash(facility, other.get(), after, viewer, page), after));
        }
        return sameTime
                ? Optional.empty()
                : Optional.of(effect(
                        topic, Weight.TELLS, page.t("meetings.venue.move.along", "room", facility.name()), after));
    }

    private MoveEffect named(Facility named, Meeting after, Actor viewer, Page page) {
        return inTheWay(named, after)
                .map(other -> effect(Topic.ROOM, Weight.ASKS, clash(named, other, after, viewer, page), after))
                .orElseGet(() -> effect(
                        Topic.ROOM, Weight.TELLS, page.t("meetings.venue.move.takes", "room", named.name()), after));
    }

    private Optional<Booking> inTheWay(Facility facility, Meeting after) {
        return bookings.inTheWay(facility.id(), facility.takenFrom(after), facility.takenUntil(after), after.id());
    }

    private String clash(Facility facility, Booking other, Meeting after, Actor viewer, Page page) {
        String title = titles.of(other.meetingId(), viewer).orElseGet(() -> page.t("meetings.venue.another"));
        List<String> free = offers.of(facility.kind(), after, viewer).stream()
                .filter(one -> one.isFree() && one.enough())
                .limit(MOST_ALTERNATIVES)
                .map(one -> one.facility().name())
                .toList();
        String clash = page.t("meetings.venue.move.clash", "room", facility.name(), "title", title);
        String instead = free.isEmpty()
                ? page.t("meetings.venue.move.none-free")
                : page.t("meetings.venue.move.free", "rooms", String.join(page.t("meetings.venue.comma"), free));
        return clash + instead;
    }

    private static MoveEffect effect(Topic topic, Weight weight, String text, Meeting meeting) {
        String href = meeting.isOpenFor(MeetingStep.PREPARE) ? "/meetings/" + meeting.id() + "/room" : null;
        return new MoveEffect(topic, weight, text, href);
    }

    /** Sheets and handbooks name time and place; a card names a person. */
    private Optional<MoveEffect> paper(Meeting before, Meeting after, Page page) {
        PrintState state = papers.state(before);
        if (state.nothingPrinted()) {
            return Optional.empty();
        }
        boolean said = !before.place().equals(after.place())
                || !before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt());
        long sheets = said
                ? state.printedSheets()
                : state.sheets().stream()
                        .filter(one -> one.printed() && one.changed())
                        .count();
        boolean handbook = state.handbookAt() != null && (said || state.handbookChanged());
        long copies = handbook ? Math.max(1, attendees.of(before.id()).size()) : 0;
        long cards = state.reprintCards() + chairsCard(before, after);
        String text = page.t("meetings.venue.move.papers", "cards", cards, "sheets", sheets, "handbooks", copies);
        boolean asks = cards + sheets + copies > 0;
        return Optional.of(new MoveEffect(
                Topic.PAPERS, asks ? Weight.ASKS : Weight.TELLS, text, "/meetings/" + before.id() + "/cards"));
    }

    private int chairsCard(Meeting before, Meeting after) {
        UUID chair = after.chairId();
        boolean another = chair != null && !chair.equals(before.chairId());
        boolean listed = attendees.of(before.id()).stream()
                .map(one -> one.personId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .contains(chair);
        return another && !listed ? 1 : 0;
    }
}
