package org.luoshi.organization.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;
import org.luoshi.platform.OfficeName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The name at the top of each page. Kept for half a minute, because other nodes may change it, and forgotten at once when this one does. */
@Component
class OfficeNameOfRoot implements OfficeName {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private record Known(String name, Instant until) {}

    private final UnitStore units;
    private final Clock clock;
    private volatile @Nullable Known known;

    OfficeNameOfRoot(UnitStore units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String shortName() {
        Known current = known;
        Instant now = clock.instant();
        if (current == null || now.isAfter(current.until())) {
            current = new Known(units.office().map(Unit::shortName).orElse(""), now.plus(KEPT));
            known = current;
        }
        return current.name();
    }

    /** Forgets the name when the transaction that changed it is through. */
    void refresh() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }
}
