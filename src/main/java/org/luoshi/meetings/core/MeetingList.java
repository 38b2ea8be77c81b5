package org.luoshi.meetings.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of meetings.
 *
 * @param next for {@link MeetingFilter#after}; null on the last page
 */
public record MeetingList(List<Meeting> meetings, @Nullable String next) {

    /** Rows of one page. */
    public static final int SIZE = 50;
}
