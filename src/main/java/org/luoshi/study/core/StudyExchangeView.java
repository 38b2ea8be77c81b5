package org.luoshi.study.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of speakers of a meeting.
 *
 * @param minutes length of the meeting; null where its end is not set
 * @param lines speakers in their order, then those who chose to speak and are not on the list
 */
public record StudyExchangeView(
        UUID activityId,
        String title,
        Instant startsAt,
        @Nullable Integer minutes,
        boolean open,
        int version,
        List<Line> lines) {

    /**
     * Somebody who chose to speak.
     *
     * @param place from 1; null where not on the list
     * @param shared true where the text can be read
     */
    public record Line(
            UUID reflectionId,
            String name,
            String title,
            boolean shared,
            @Nullable Integer place,
            @Nullable Integer minutes) {}

    /** A meeting that has a list or can have one. */
    public record Meeting(UUID activityId, String title, Instant startsAt, boolean open, boolean listed) {}

    public List<Line> speakers() {
        return lines.stream().filter(line -> line.place() != null).toList();
    }

    public int total() {
        return lines.stream()
                .mapToInt(line -> line.minutes() == null ? 0 : line.minutes())
                .sum();
    }

    /** Minutes that the list is longer than the meeting; 0 where it fits or the length is not known. */
    public int over() {
        return minutes == null ? 0 : Math.max(0, total() - minutes);
    }
}
