package org.luoshi.meetings.venue;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The handbook of a meeting as Word, out of what the parts of the room know: nothing is typed twice. */
@Component
@Transactional(readOnly = true)
public class HandbookWriter {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final MeetingRights rights;
    private final HandbookParts parts;
    private final PeopleByUnit people;
    private final SeatPlans plans;
    private final DocumentsApi documents;

    HandbookWriter(
            MeetingRights rights, HandbookParts parts, PeopleByUnit people, SeatPlans plans, DocumentsApi documents) {
        this.rights = rights;
        this.parts = parts;
        this.people = people;
        this.plans = plans;
        this.documents = documents;
    }

    /** In the language of the page, for who prepares the meeting. */
    public byte[] write(UUID meetingId, Page page, Actor actor) {
        Meeting meeting = rights.prepared(meetingId, actor);
        Map<String, Object> values = new HashMap<>();
        values.put("title", meeting.title());
        values.put("office", page.officeName());
        values.put("when", when(meeting, page));
        values.put("place", meeting.place());
        for (String head : List.of(
                "handbook",
                "when",
                "place",
                "agenda",
                "time",
                "item",
                "speaker",
                "people",
                "unit",
                "name",
                "post",
                "seat",
                "seats",
                "row",
                "standing",
                "notes")) {
            values.put(head + "Head", page.t("meetings.venue.handbook." + head));
        }
        values.put(
                "chapters",
                parts.chapters(meeting, actor, page).stream()
                        .map(one -> Map.of("heading", one.title(), "text", String.join("\n", one.paragraphs())))
                        .toList());
        values.put("agenda", agenda(meeting, actor, page));
        SeatPlan plan = plans.of(meeting);
        values.put("people", people(meeting, plan, page));
        values.put("rows", rows(plan, page));
        values.put("standing", names(plan.standing()));
        return documents.fill("handbook", values);
    }

    private static String when(Meeting meeting, Page page) {
        return page.day(meeting.startsAt()) + " "
                + CLOCK.format(meeting.startsAt().atZone(page.zone())) + "–"
                + CLOCK.format(meeting.endsAt().atZone(page.zone()));
    }

    private List<Map<String, String>> agenda(Meeting meeting, Actor actor, Page page) {
        return parts.agenda(meeting, actor, page).stream()
                .map(line -> Map.of(
                        "time",
                        CLOCK.format(line.startsAt().atZone(page.zone())),
                        "item",
                        line.title(),
                        "speaker",
                        line.speaker()))
                .toList();
    }

    /** The name of a unit stands only beside its first person. */
    private List<Map<String, String>> people(Meeting meeting, SeatPlan plan, Page page) {
        Map<UUID, PlacedSeat> seats = plan.byAttendee();
        List<Map<String, String>> rows = new ArrayList<>();
        for (SignInSheet sheet : people.of(meeting.id())) {
            String unit = sheet.unit().isEmpty() ? page.t("meetings.venue.no-unit") : sheet.unit();
            for (Attendee one : sheet.people()) {
                rows.add(Map.of("unit", unit, "name", one.name(), "post", one.title(), "seat", seat(one, seats, page)));
                unit = "";
            }
        }
        return rows;
    }

    private static String seat(Attendee one, Map<UUID, PlacedSeat> seats, Page page) {
        if (!one.site().isEmpty()) {
            return one.site();
        }
        PlacedSeat seat = seats.get(one.id());
        return seat == null ? "" : seat.label(page);
    }

    private static List<Map<String, String>> rows(SeatPlan plan, Page page) {
        List<Map<String, String>> rows = new ArrayList<>();
        plan.head().forEach(row -> rows.add(row(row, page)));
        plan.hall().stream()
                .filter(row -> row.seats().stream().anyMatch(seat -> !seat.isFree()))
                .forEach(row -> rows.add(row(row, page)));
        return rows;
    }

    private static Map<String, String> row(SeatRow row, Page page) {
        String label = page.t(row.head() ? "meetings.venue.row.head" : "meetings.venue.row.hall", "row", row.number());
        return Map.of(
                "row",
                label,
                "names",
                row.seats().stream()
                        .map(PlacedSeat::who)
                        .filter(Objects::nonNull)
                        .map(Attendee::name)
                        .collect(Collectors.joining("　")));
    }

    private static String names(List<Attendee> people) {
        return people.stream().map(Attendee::name).collect(Collectors.joining("、"));
    }
}
