package org.luoshi.history.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.core.SealStore.Stored;
import org.luoshi.history.core.SealStore.View;

/**
 * Finds lines that were put in afterwards. A number is drawn in the transaction that writes it, so a number below one that is already
 * sealed was drawn before that seal, by a transaction that the seal could see running; a transaction that began later cannot have it.
 */
final class LateLines {

    /** Highest number sealed so far → transactions from here on had not begun. */
    private final TreeMap<Long, Long> seenAt = new TreeMap<>();

    private @Nullable View last;

    /** Of the lines under the next seal those that cannot have been there in time. */
    List<Long> sealed(Stored stored, Map<Long, Long> writers) {
        View view = stored.view();
        if (last == null || last.cluster() != view.cluster()) {
            // The transactions of a restored cluster count from elsewhere; nothing can be said across the border.
            seenAt.clear();
        }
        List<Long> late = stored.seal().lines().stream()
                .filter(writers::containsKey)
                .filter(number -> isLate(number, writers.getOrDefault(number, 0L)))
                .boxed()
                .toList();
        long highest = stored.seal().lines().last();
        if (seenAt.isEmpty() || highest > seenAt.lastKey()) {
            seenAt.put(highest, view.seen());
        }
        last = view;
        return late;
    }

    /** Of the lines under no seal those that some seal should have covered, or that cannot have been there in time. */
    List<Long> unsealed(Map<Long, Long> writers, long cluster) {
        View end = last;
        if (end == null || end.cluster() != cluster) {
            return List.of();
        }
        return writers.entrySet().stream()
                .filter(line -> line.getValue() < end.horizon() || isLate(line.getKey(), line.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isLate(long number, long writer) {
        Map.Entry<Long, Long> firstAbove = seenAt.higherEntry(number);
        return firstAbove != null && writer >= firstAbove.getValue();
    }
}
