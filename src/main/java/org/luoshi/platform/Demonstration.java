package org.luoshi.platform;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** What the parts of a demonstration office are made with: an end, a past to act in, chance that always falls the same way, and progress. */
public final class Demonstration {

    /** How the making tells where it is. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    private static final long SEED = 20260302L;

    private final Instant now;
    private final Progress progress;

    public Demonstration(Instant now, Progress progress) {
        this.now = now;
        this.progress = progress;
    }

    /** The moment at which the invented past ends. */
    public Instant now() {
        return now;
    }

    /** A source of chance that starts anew, so that no part changes what another one draws. */
    public RandomGenerator random() {
        return new java.util.Random(SEED);
    }

    /** Does it at a moment of the past: every service on this thread sees that moment on the clock. */
    public void at(Instant moment, Runnable action) {
        if (moment.isAfter(now)) {
            throw new IllegalArgumentException(moment + " has not come yet");
        }
        OfficeClock.at(moment, action);
    }

    public void progress(long done, long total) {
        progress.at(done, total);
    }
}
