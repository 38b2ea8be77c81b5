package org.luoshi.branch.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of reading a pack: a pack to look at, and what is wrong with it.
 *
 * @param pack null where not even its head could be read
 */
public record PackReading(@Nullable RulePack pack, List<PackProblem> problems) {

    /** The rules without a mistake. */
    public List<Rule> rules() {
        return pack == null ? List.of() : pack.rules();
    }

    public boolean isClean() {
        return pack != null && problems.isEmpty();
    }
}
