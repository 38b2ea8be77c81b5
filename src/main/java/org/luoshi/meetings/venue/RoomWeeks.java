package org.luoshi.meetings.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a week of rooms for those who see all meetings. */
@Component
@Transactional(readOnly = true)
public class RoomWeeks {

    private final Facilities facilities;
    private final Bookings bookings;
    private final MeetingStore meetings;
    private final ZoneId zone;

    RoomWeeks(Facilities facilities, Bookings bookings, MeetingStore meetings, ZoneId zone) {
        this.facilities = facilities;
        this.bookings = bookings;
        this.meetings = meetings;
        this.zone = zone;
    }

    public RoomWeek of(LocalDate day, Actor viewer) {
        if (!MeetingRights.seesAll(viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Booking> taken = bookings.between(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusDays(7).atStartOfDay(zone).toInstant());
        Map<UUID, Meeting> byId = meetings
                .find(taken.stream().map(Booking::meetingId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Meeting::id, Function.identity()));
        Map<UUID, List<Booking>> byFacility = taken.stream().collect(Collectors.groupingBy(Booking::facilityId));
        return new RoomWeek(
                monday,
                facilities.all().stream()
                        .filter(one -> !one.ended() || byFacility.containsKey(one.id()))
                        .map(one -> line(one, monday, byFacility.getOrDefault(one.id(), List.of()), byId))
                        .toList());
    }

    private RoomWeek.Line line(Facility facility, LocalDate monday, List<Booking> taken, Map<UUID, Meeting> byId) {
        return new RoomWeek.Line(
                facility,
                IntStream.range(0, 7)
                        .mapToObj(monday::plusDays)
                        .map(date -> new RoomWeek.Day(
                                date,
                                taken.stream()
                                        .filter(one -> touches(one, date))
                                        .map(one -> new RoomWeek.Taken(
                                                one, Objects.requireNonNull(byId.get(one.meetingId()))))
                                        .toList()))
                        .toList());
    }

    private boolean touches(Booking booking, LocalDate date) {
        return booking.takenFrom().isBefore(date.plusDays(1).atStartOfDay(zone).toInstant())
                && booking.takenUntil().isAfter(date.atStartOfDay(zone).toInstant());
    }
}
