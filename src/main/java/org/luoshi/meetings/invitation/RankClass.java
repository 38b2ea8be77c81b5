package org.luoshi.meetings.invitation;

import java.util.Arrays;
import org.luoshi.meetings.core.Attendee;

/** How high somebody sits, as a unit chooses it on a receipt. */
public enum RankClass {
    HEAD(100),
    DEPUTY(200),
    DIVISION_HEAD(300),
    OTHER(400);

    private final int rank;

    RankClass(int rank) {
        this.rank = rank;
    }

    /** The rank of an {@link Attendee}. */
    public int rank() {
        return rank;
    }

    /** The class of somebody who was put down with this rank. */
    public static RankClass of(int rank) {
        return Arrays.stream(values())
                .filter(one -> rank <= one.rank)
                .findFirst()
                .orElse(OTHER);
    }
}
