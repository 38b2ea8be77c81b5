package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Duration;
import org.luoshi.notices.DigestPreview;
import org.luoshi.obligations.ReminderOutlook;
import org.springframework.stereotype.Component;

/** Tells the room below how reminding stands. */
@Component
class Outlooks implements ReminderOutlook {

    private static final Duration OLD = Duration.ofMinutes(10);

    private final PreviewQueries preview;
    private final Clock clock;

    Outlooks(PreviewQueries preview, Clock clock) {
        this.preview = preview;
        this.clock = clock;
    }

    @Override
    public Outlook outlook() {
        DigestPreview next = preview.next();
        boolean isOld = next.lastSweep() != null && next.lastSweep().plus(OLD).isBefore(clock.instant());
        return new Outlook(next.lastSweep(), isOld, next.at(), next.lines().size(), next.people());
    }
}
