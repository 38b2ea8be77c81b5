package org.luoshi.meetings.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that takes part by video, with what it answered.
 *
 * @param calls the last answer for each step; a step that is missing was not answered yet
 * @param dropOuts oldest first
 */
public record VideoSite(
        UUID id,
        UUID meetingId,
        @Nullable UUID unitId,
        String name,
        String contact,
        String telephone,
        String reserveLine,
        int place,
        Map<CallStep, Call> calls,
        List<DropOut> dropOuts) {

    /** Who is cut off comes first, then who has answered least, then in the order of the list. */
    public static final Comparator<VideoSite> SILENT_FIRST = Comparator.comparing((VideoSite one) -> !one.isOut())
            .thenComparing(VideoSite::answered)
            .thenComparing(VideoSite::place)
            .thenComparing(VideoSite::name);

    public VideoSite {
        calls = Map.copyOf(calls);
        dropOuts = List.copyOf(dropOuts);
    }

    /** An answer: whether it went well, and when. */
    public record Call(boolean well, Instant at) {}

    /**
     * The line was lost.
     *
     * @param backAt null while it still is
     */
    public record DropOut(Instant droppedAt, @Nullable Instant backAt) {

        /** Begun minutes, until now where it is not back. */
        public long minutes(Instant now) {
            Duration out = Duration.between(droppedAt, backAt == null ? now : backAt);
            return Math.max(1, (out.toSeconds() + 59) / 60);
        }
    }

    public @Nullable Call call(CallStep step) {
        return calls.get(step);
    }

    /** Steps that went well. */
    public long answered() {
        return calls.values().stream().filter(Call::well).count();
    }

    public boolean isSilent(CallStep step) {
        return !calls.containsKey(step);
    }

    /** True where nothing at all was answered. */
    public boolean isSilent() {
        return calls.isEmpty();
    }

    /** True while its line is lost. */
    public boolean isOut() {
        return dropOuts.stream().anyMatch(one -> one.backAt() == null);
    }

    public long minutesOut(Instant now) {
        return dropOuts.stream().mapToLong(one -> one.minutes(now)).sum();
    }
}
