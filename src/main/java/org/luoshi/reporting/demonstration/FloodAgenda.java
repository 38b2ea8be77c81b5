package org.luoshi.reporting.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.luoshi.platform.Demonstration;

/** What happens when; everything happens in the order of time, and what is still to come does not happen. */
final class FloodAgenda {

    private record Entry(Instant at, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(Instant at, Runnable action) {
        entries.add(new Entry(at, action));
    }

    void run(Demonstration demonstration) {
        entries.stream()
                .filter(entry -> !entry.at.isAfter(demonstration.now()))
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> demonstration.at(entry.at, entry.action));
    }
}
