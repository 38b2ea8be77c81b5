package org.luoshi.meetings.agenda;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a meeting is to talk about.
 *
 * @param place its place on the agenda
 * @param principal the main speech or report of a head
 * @param unitId the unit that proposed it; null where the office did
 * @param answer why it was sent back or postponed
 */
public record Topic(
        UUID id,
        int version,
        UUID meetingId,
        int place,
        String title,
        String reason,
        String speaker,
        int minutes,
        boolean principal,
        @Nullable UUID unitId,
        UUID proposedBy,
        Instant proposedAt,
        State state,
        @Nullable String answer) {

    /** What became of a proposed topic. */
    public enum State {
        PROPOSED("soon"),
        ACCEPTED("ok"),
        SENT_BACK("done"),
        POSTPONED("done");

        private final String light;

        State(String light) {
            this.light = light;
        }

        public String light() {
            return light;
        }
    }
}
