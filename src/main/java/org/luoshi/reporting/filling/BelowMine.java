package org.luoshi.reporting.filling;

import java.util.List;
import java.util.Map;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;

/**
 * The units below one of a person's own in a round.
 *
 * @param units all where they are few, else the first who are silent
 * @param names of these units, from this place down
 */
public record BelowMine(
        OpenRound open, Place place, OwedRounds.BelowCount count, List<OwedRound> units, Map<Long, String> names) {

    public boolean isAll() {
        return units.size() == count.owed();
    }

    public String name(OwedRound unit) {
        return names.getOrDefault(unit.place().key(), unit.place().name());
    }
}
