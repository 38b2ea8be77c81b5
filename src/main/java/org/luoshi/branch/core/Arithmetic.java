package org.luoshi.branch.core;

import java.util.List;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.branch.rules.Rule;

/**
 * One comparison of a vote, with all its numbers, so that it can be printed: 实到 4 ≥ 8 × 1/2 = 4.
 *
 * @param base the number of which the share is taken
 * @param limit the least count that is enough (or the most that is allowed)
 * @param count what it is compared with; -1 while it is not known yet
 */
public record Arithmetic(Rule rule, Share share, int base, int limit, int count, boolean holds) {

    public boolean isKnown() {
        return count >= 0;
    }

    /** True where even all who are there would not be enough. */
    public boolean isOutOfReach(int present) {
        return share.counted() == Counted.YES && limit > present;
    }

    static boolean all(List<Arithmetic> lines, Counted counted) {
        return lines.stream().filter(line -> line.share().counted() == counted).allMatch(Arithmetic::holds);
    }
}
