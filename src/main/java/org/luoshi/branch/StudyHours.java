package org.luoshi.branch;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Implemented by the room that knows class hours from elsewhere: courses of higher bodies, other platforms (E-05, E-14). */
public interface StudyHours {

    /** Class hours of a year by person, without those of activities that the branch recorded itself; people with none may be left out. */
    Map<UUID, Hours> of(Collection<UUID> people, int year);

    /**
     * Class hours of one person.
     *
     * @param hours sum of all
     * @param courses how many intensive courses are among them
     */
    record Hours(BigDecimal hours, int courses) {}
}
