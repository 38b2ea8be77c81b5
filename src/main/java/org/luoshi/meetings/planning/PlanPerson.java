package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who prepares.
 *
 * @param dailyMinutes most minutes of preparation on one day
 * @param away days without any: leave, duty, a journey
 */
public record PlanPerson(UUID id, int dailyMinutes, Set<LocalDate> away) {

    public PlanPerson {
        away = Set.copyOf(away);
    }
}
