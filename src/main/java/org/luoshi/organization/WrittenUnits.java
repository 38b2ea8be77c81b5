package org.luoshi.organization;

import java.util.List;
import java.util.Map;

/**
 * What was typed into a field for units.
 *
 * @param units those that are certain, in the order they were written, each once
 * @param unclear the other names as written, with what they may mean (perhaps nothing)
 */
public record WrittenUnits(List<Unit> units, Map<String, List<UnitMatch>> unclear) {

    public boolean isClear() {
        return unclear.isEmpty();
    }
}
