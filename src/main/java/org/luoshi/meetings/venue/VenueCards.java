package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The room with its seats, and the day itself, on the page of a meeting. */
@Component
class VenueCards implements MeetingCardSource {

    private static final int ROOM = 40;
    private static final int SEATS = 41;
    private static final int DAY = 50;

    private final Bookings bookings;
    private final SeatPlans plans;
    private final VenuePapers papers;
    private final Arrivals arrivals;
    private final SiteCalls sites;
    private final Attendees attendees;
    private final MeetingKinds kinds;

    VenueCards(
            Bookings bookings,
            SeatPlans plans,
            VenuePapers papers,
            Arrivals arrivals,
            SiteCalls sites,
            Attendees attendees,
            MeetingKinds kinds) {
        this.bookings = bookings;
        this.plans = plans;
        this.papers = papers;
        this.arrivals = arrivals;
        this.sites = sites;
        this.attendees = attendees;
        this.kinds = kinds;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        if (!MeetingRights.mayPrepare(meeting, viewer)) {
            return List.of();
        }
        List<MeetingCard> cards = new ArrayList<>(List.of(room(meeting, page), seats(meeting, page)));
        cards.add(day(meeting, page));
        if (kinds.find(meeting.kind()).map(MeetingKind::video).orElse(false)) {
            cards.add(sites(meeting, page));
        }
        return cards;
    }

    private MeetingCard room(Meeting meeting, Page page) {
        List<Booking> held = bookings.of(meeting.id());
        List<String> lines = new ArrayList<>(held.stream().map(Booking::name).toList());
        List<Booking> lost = bookings.lost(meeting.id());
        lost.forEach(one -> lines.add(page.t("meetings.venue.card.lost", "room", one.name())));
        boolean has = held.stream().anyMatch(one -> one.kind() == FacilityKind.ROOM);
        boolean open = meeting.state() == MeetingState.PLANNED;
        String light = !lost.isEmpty() && open ? "late" : has ? "ok" : open ? "soon" : null;
        String state = has && lost.isEmpty()
                ? page.t("meetings.venue.card.booked")
                : page.t(lost.isEmpty() ? "meetings.venue.card.no-room" : "meetings.venue.card.open");
        return new MeetingCard(
                ROOM,
                page.t("meetings.venue.room.title"),
                light,
                light == null ? "" : state,
                lines,
                at(meeting, "room"));
    }

    private MeetingCard seats(Meeting meeting, Page page) {
        SeatPlan plan = plans.of(meeting);
        List<String> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add(page.t("meetings.venue.card.no-people"));
        } else {
            lines.add(page.t("meetings.venue.card.seated", "count", plan.seated()));
            if (!plan.standing().isEmpty()) {
                lines.add(page.t(
                        "meetings.venue.card.standing", "count", plan.standing().size()));
            }
        }
        PrintState state = papers.state(meeting);
        long changed = state.changedCards().size();
        boolean reprint = state.lastBatch() > 0 && changed > 0;
        if (reprint) {
            lines.add(page.t("meetings.venue.card.cards", "count", changed));
        }
        boolean wrong = !plan.standing().isEmpty() || reprint;
        return new MeetingCard(
                SEATS,
                page.t("meetings.venue.seats.title"),
                wrong ? "soon" : null,
                wrong ? page.t("meetings.venue.card.look") : "",
                lines,
                at(meeting, "seats"));
    }

    private MeetingCard day(Meeting meeting, Page page) {
        int people = attendees.of(meeting.id()).size();
        String line = people == 0
                ? page.t("meetings.venue.card.no-people")
                : page.t(
                        "meetings.venue.card.arrived",
                        "count",
                        arrivals.present(meeting.id()).size(),
                        "all",
                        people);
        return new MeetingCard(DAY, page.t("meetings.venue.day.title"), null, "", List.of(line), at(meeting, "signin"));
    }

    private MeetingCard sites(Meeting meeting, Page page) {
        List<VideoSite> all = sites.silentFirst(meeting.id());
        long silent = all.stream().filter(VideoSite::isSilent).count();
        long out = all.stream().filter(VideoSite::isOut).count();
        String line = all.isEmpty()
                ? page.t("meetings.venue.card.no-sites")
                : page.t("meetings.venue.card.sites", "all", all.size(), "silent", silent);
        return new MeetingCard(
                DAY + 1,
                page.t("meetings.venue.sites.title"),
                out > 0 ? "late" : all.isEmpty() || silent > 0 ? "soon" : "ok",
                out > 0
                        ? page.t("meetings.venue.card.out", "count", out)
                        : page.t(
                                all.isEmpty() || silent > 0
                                        ? "meetings.venue.card.to-call"
                                        : "meetings.venue.card.all-answered"),
                List.of(line),
                at(meeting, "sites"));
    }

    private static String at(Meeting meeting, String part) {
        return "/meetings/" + meeting.id() + "/" + part;
    }
}
