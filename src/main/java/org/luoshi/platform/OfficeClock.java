package org.luoshi.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clock of the house. Only a {@link Demonstration} can turn it, and only for its own thread, to let an invented past happen. */
public final class OfficeClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> TURNED = new ThreadLocal<>();

    private final Clock real;

    public OfficeClock(Clock real) {
        this.real = real;
    }

    /** Everything that the action does on this thread happens at that moment. */
    static void at(Instant moment, Runnable action) {
        Instant before = TURNED.get();
        TURNED.set(moment);
        try {
            action.run();
        } finally {
            if (before == null) {
                TURNED.remove();
            } else {
                TURNED.set(before);
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OfficeClock(real.withZone(zone));
    }

    @Override
    public Instant instant() {
        Instant turned = TURNED.get();
        return turned == null ? real.instant() : turned;
    }
}
