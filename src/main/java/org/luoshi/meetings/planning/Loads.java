package org.luoshi.meetings.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Minutes of each person on each working day, beside what they can take. */
final class Loads {

    private final Map<UUID, int[]> minutes = new HashMap<>();
    private final Map<UUID, int[]> limits = new HashMap<>();
    private final int days;

    Loads(PlanInput input) {
        days = input.days().count();
        input.people().values().forEach(person -> {
            minutes.put(person.id(), new int[days]);
            int[] limit = new int[days];
            Arrays.fill(limit, person.dailyMinutes());
            person.away().stream()
                    .filter(input.days()::works)
                    .forEach(day -> limit[input.days().at(day)] = 0);
            limits.put(person.id(), limit);
        });
    }

    int @Nullable [] of(UUID personId) {
        return minutes.get(personId);
    }

    /** Somebody who is not known can take nothing, so that it shows. */
    int room(UUID personId, int day) {
        int[] limit = limits.get(personId);
        return limit == null || day < 0 || day >= days ? 0 : Math.max(0, limit[day] - row(personId)[day]);
    }

    int room(UUID personId, int from, int to) {
        int sum = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, days - 1); day++) {
            sum += room(personId, day);
        }
        return sum;
    }

    void add(UUID personId, int day, int more) {
        row(personId)[day] += more;
    }

    private int[] row(UUID personId) {
        return minutes.computeIfAbsent(personId, unused -> new int[days]);
    }

    List<Overload> overloads(PlanInput input) {
        List<Overload> over = new ArrayList<>();
        minutes.forEach((person, row) -> {
            int[] limit = limits.getOrDefault(person, new int[days]);
            for (int day = 0; day < days; day++) {
                if (row[day] > limit[day]) {
                    over.add(new Overload(person, input.days().day(day), row[day], limit[day]));
                }
            }
        });
        over.sort((one, other) -> one.day().equals(other.day())
                ? one.personId().compareTo(other.personId())
                : one.day().compareTo(other.day()));
        return over;
    }
}
