package org.luoshi.meetings.venue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cards, sign-in sheets and handbooks: what is to be printed, and after a change only what says something else now. */
@Service
@Transactional
public class VenuePapers {

    private final Attendees attendees;
    private final PeopleByUnit people;
    private final SeatPlans plans;
    private final PrintedPapers printed;
    private final MeetingRights rights;
    private final HistoryApi history;

    VenuePapers(
            Attendees attendees,
            PeopleByUnit people,
            SeatPlans plans,
            PrintedPapers printed,
            MeetingRights rights,
            HistoryApi history) {
        this.attendees = attendees;
        this.people = people;
        this.plans = plans;
        this.printed = printed;
        this.rights = rights;
        this.history = history;
    }

    /** For who prepares the meeting. */
    @Transactional(readOnly = true)
    public PrintState state(UUID meetingId, Actor actor) {
        return state(rights.prepared(meetingId, actor));
    }

    PrintState state(Meeting meeting) {
        Map<UUID, PrintedPapers.Printed> cards = new HashMap<>();
        Map<UUID, PrintedPapers.Printed> sheets = new HashMap<>();
        PrintedPapers.@Nullable Printed handbook = null;
        for (PrintedPapers.Printed one : printed.of(meeting.id())) {
            switch (one.paper()) {
                case CARD -> cards.put(one.subjectId(), one);
                case SHEET -> sheets.put(one.subjectId(), one);
                case HANDBOOK -> handbook = one;
            }
        }
        List<PrintState.CardState> states = cardStates(meeting, cards);
        Set<UUID> gone = new HashSet<>(cards.keySet());
        states.forEach(one -> gone.remove(one.card().attendeeId()));
        return new PrintState(
                states,
                states.stream().filter(VenuePapers::sitsElsewhere).toList(),
                gone.size(),
                cards.values().stream()
                        .mapToInt(PrintedPapers.Printed::batch)
                        .max()
                        .orElse(0),
                cards.values().stream()
                        .map(PrintedPapers.Printed::printedAt)
                        .max(Instant::compareTo)
                        .orElse(null),
                sheetStates(meeting, sheets),
                handbook == null ? null : handbook.printedAt(),
                handbook != null && !handbook.words().equals(handbookWords(meeting)));
    }

    private static boolean sitsElsewhere(PrintState.CardState one) {
        NameCard before = one.before();
        return before != null
                && !one.isChanged()
                && !before.seat().equals(one.card().seat());
    }

    private List<PrintState.CardState> cardStates(Meeting meeting, Map<UUID, PrintedPapers.Printed> before) {
        List<PrintState.CardState> states = new ArrayList<>();
        for (NameCard card : cards(meeting)) {
            PrintedPapers.Printed one = before.get(card.attendeeId());
            states.add(new PrintState.CardState(
                    card, one == null ? null : NameCard.printed(one.subjectId(), one.words(), one.seat())));
        }
        return states;
    }

    /** In the order of the seats, so that they can be put down walking along the rows; who has no seat comes last. */
    private List<NameCard> cards(Meeting meeting) {
        SeatPlan plan = plans.of(meeting);
        List<NameCard> cards = new ArrayList<>();
        plan.seats().forEach(seat -> {
            Attendee who = seat.who();
            if (who != null) {
                cards.add(new NameCard(who.id(), who.name(), who.title(), seat.code()));
            }
        });
        plan.standing().forEach(who -> cards.add(new NameCard(who.id(), who.name(), who.title(), "")));
        return cards;
    }

    private List<PrintState.SheetState> sheetStates(Meeting meeting, Map<UUID, PrintedPapers.Printed> before) {
        return people.of(meeting.id()).stream()
                .map(sheet -> {
                    PrintedPapers.Printed one = before.get(sheet.unitId());
                    boolean same = one != null && one.words().equals(sheet.words(meeting));
                    return new PrintState.SheetState(sheet, one != null, !same);
                })
                .toList();
    }

    private String handbookWords(Meeting meeting) {
        StringBuilder words = new StringBuilder(SignInSheet.heading(meeting));
        attendees
                .of(meeting.id())
                .forEach(one ->
                        words.append(one.name()).append(' ').append(one.title()).append('\n'));
        return words.toString();
    }

    /** Notes a print of cards; the number under which it can be shown and printed again. */
    public int printCards(UUID meetingId, boolean onlyChanged, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        PrintState state = state(meeting);
        List<NameCard> cards = onlyChanged
                ? state.changedCards()
                : state.cards().stream().map(PrintState.CardState::card).toList();
        state.moved()
                .forEach(one -> printed.putElsewhere(
                        meetingId, one.card().attendeeId(), one.card().seat()));
        return note(
                meeting,
                VenuePaper.CARD,
                cards.stream()
                        .map(one -> new PrintedPapers.ToPrint(one.attendeeId(), one.words(), one.seat()))
                        .toList(),
                actor);
    }

    /** The cards of one print in the order of their seats, as they were printed. */
    @Transactional(readOnly = true)
    public List<NameCard> cardsOf(UUID meetingId, int batch, Actor actor) {
        Meeting meeting = rights.prepared(meetingId, actor);
        Map<UUID, NameCard> batchCards = new HashMap<>();
        printed.of(meetingId).stream()
                .filter(one -> one.paper() == VenuePaper.CARD && one.batch() == batch)
                .forEach(one ->
                        batchCards.put(one.subjectId(), NameCard.printed(one.subjectId(), one.words(), one.seat())));
        List<NameCard> ordered = new ArrayList<>();
        cards(meeting).stream()
                .map(one -> batchCards.remove(one.attendeeId()))
                .filter(Objects::nonNull)
                .forEach(ordered::add);
        ordered.addAll(batchCards.values());
        return ordered;
    }

    /** Notes a print of sign-in sheets; the number under which it can be shown and printed again. */
    public int printSheets(UUID meetingId, boolean onlyChanged, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        PrintState state = state(meeting);
        List<SignInSheet> sheets = onlyChanged
                ? state.changedSheets()
                : state.sheets().stream().map(PrintState.SheetState::sheet).toList();
        return note(
                meeting,
                VenuePaper.SHEET,
                sheets.stream()
                        .map(one -> new PrintedPapers.ToPrint(one.unitId(), one.words(meeting), ""))
                        .toList(),
                actor);
    }

    /** The sheets of one print with the people of now. */
    @Transactional(readOnly = true)
    public List<SignInSheet> sheetsOf(UUID meetingId, int batch, Actor actor) {
        rights.prepared(meetingId, actor);
        Set<UUID> units = new HashSet<>();
        printed.of(meetingId).stream()
                .filter(one -> one.paper() == VenuePaper.SHEET && one.batch() == batch)
                .forEach(one -> units.add(one.subjectId()));
        return people.of(meetingId).stream()
                .filter(one -> units.contains(one.unitId()))
                .toList();
    }

    /** Notes that handbooks were printed as they are now. */
    public void printHandbook(UUID meetingId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        note(
                meeting,
                VenuePaper.HANDBOOK,
                List.of(new PrintedPapers.ToPrint(meetingId, handbookWords(meeting), "")),
                actor);
    }

    private int note(Meeting meeting, VenuePaper paper, List<PrintedPapers.ToPrint> papers, Actor actor) {
        if (papers.isEmpty()) {
            throw VenueError.NOTHING_TO_PRINT.plain();
        }
        int batch = printed.note(meeting.id(), paper, papers, actor);
        history.record(
                new HistoryFact(
                        meeting.id(),
                        "meetings.paper",
                        meeting.id(),
                        "printed-" + paper.name().toLowerCase(Locale.ROOT),
                        Map.of("count", papers.size(), "title", meeting.title()),
                        null),
                actor);
        return batch;
    }
}
