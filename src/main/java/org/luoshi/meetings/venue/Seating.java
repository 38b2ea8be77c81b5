package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;

/**
 * Puts people on seats: the head table by rank from the middle outwards, the hall by units in the official order and inside them by rank. Pure: it
 * asks for nothing and changes nothing.
 */
public final class Seating {

    /** Two people who change seats. */
    public record Swap(UUID firstId, UUID secondId) {}

    private final SeatRules rules;
    private final HallLayout layout;
    private final Map<UUID, Integer> unitOrder;

    /** @param unitOrder place of each unit in the official order */
    public Seating(SeatRules rules, HallLayout layout, Map<UUID, Integer> unitOrder) {
        this.rules = rules;
        this.layout = layout;
        this.unitOrder = Map.copyOf(unitOrder);
    }

    /** The plan for everybody in the main hall who is no staff; swaps of people who are not there are left out. */
    public SeatPlan plan(List<Attendee> everybody, List<Swap> swaps) {
        List<Attendee> seated = everybody.stream()
                .filter(one -> one.site().isEmpty() && one.part() != Attendee.Part.STAFF)
                .toList();
        List<Attendee> front = seated.stream()
                .filter(rules::isAtHeadTable)
                .sorted(byRank().thenComparing(one -> one.part() != Attendee.Part.CHAIR)
                        .thenComparing(this::order)
                        .thenComparing(Attendee::id))
                .toList();
        List<Attendee> hall = seated.stream()
                .filter(one -> !rules.isAtHeadTable(one))
                .sorted(Comparator.comparing(this::order)
                        .thenComparing(byRank())
                        .thenComparing(Attendee::id))
                .toList();
        Map<UUID, Attendee> sitsAs = swapped(seated, swaps);
        List<Attendee> standing = new ArrayList<>();
        List<SeatRow> headRows = headRows(front, sitsAs);
        List<SeatRow> hallRows = hallRows(hall, sitsAs, standing);
        return new SeatPlan(headRows, hallRows, standing);
    }

    private static Comparator<Attendee> byRank() {
        return Comparator.comparingInt(Attendee::rank);
    }

    private int order(Attendee one) {
        UUID unitId = one.unitId();
        return unitId == null ? Integer.MAX_VALUE : unitOrder.getOrDefault(unitId, Integer.MAX_VALUE - 1);
    }

    /** For everybody who is moved by a swap: who sits where they would. */
    private static Map<UUID, Attendee> swapped(List<Attendee> seated, List<Swap> swaps) {
        Map<UUID, Attendee> sitsAs = new HashMap<>();
        Map<UUID, UUID> placeOf = new HashMap<>();
        seated.forEach(one -> {
            sitsAs.put(one.id(), one);
            placeOf.put(one.id(), one.id());
        });
        for (Swap swap : swaps) {
            UUID first = placeOf.get(swap.firstId());
            UUID second = placeOf.get(swap.secondId());
            if (first != null && second != null) {
                Attendee there = Objects.requireNonNull(sitsAs.get(first));
                sitsAs.put(first, Objects.requireNonNull(sitsAs.get(second)));
                sitsAs.put(second, there);
                placeOf.put(swap.firstId(), second);
                placeOf.put(swap.secondId(), first);
            }
        }
        return sitsAs;
    }

    private List<SeatRow> headRows(List<Attendee> front, Map<UUID, Attendee> sitsAs) {
        List<SeatRow> rows = new ArrayList<>();
        for (int from = 0; from < front.size(); from += layout.headSeats()) {
            List<Attendee> row = front.subList(from, Math.min(front.size(), from + layout.headSeats()));
            int number = rows.size() + 1;
            int[] columns = rules.columns(row.size());
            PlacedSeat[] seats = new PlacedSeat[row.size()];
            for (int i = 0; i < seats.length; i++) {
                seats[columns[i]] = new PlacedSeat(
                        true, number, columns[i] + 1, sitsAs.get(row.get(i).id()));
            }
            rows.add(new SeatRow(true, number, List.of(seats)));
        }
        return rows;
    }

    private List<SeatRow> hallRows(List<Attendee> hall, Map<UUID, Attendee> sitsAs, List<Attendee> standing) {
        List<@Nullable Attendee> line = new ArrayList<>();
        for (int i = 0; i < hall.size(); i++) {
            boolean otherUnit = i > 0
                    && !Objects.equals(hall.get(i).unitId(), hall.get(i - 1).unitId());
            for (int gap = 0; otherUnit && gap < rules.freeBetween() && line.size() % layout.rowSeats() != 0; gap++) {
                line.add(null);
            }
            line.add(sitsAs.get(hall.get(i).id()));
        }
        List<SeatRow> rows = rowsOf(line);
        int seats = rows.stream().mapToInt(row -> row.seats().size()).sum();
        line.stream().skip(seats).filter(Objects::nonNull).forEach(standing::add);
        return rows;
    }

    /** Full rows; where a room is known, all of its seats, the last row as short as it is. */
    private List<SeatRow> rowsOf(List<@Nullable Attendee> line) {
        int width = layout.rowSeats();
        Integer known = layout.hallSeats();
        int count = known == null ? (line.size() + width - 1) / width * width : known;
        List<SeatRow> rows = new ArrayList<>();
        for (int first = 0; first < count; first += width) {
            int number = rows.size() + 1;
            List<PlacedSeat> seats = new ArrayList<>();
            for (int at = first; at < Math.min(count, first + width); at++) {
                seats.add(new PlacedSeat(false, number, at - first + 1, at < line.size() ? line.get(at) : null));
            }
            rows.add(new SeatRow(false, number, seats));
        }
        return rows;
    }
}
