package org.luoshi.branch.core;

import java.util.List;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.branch.rules.Rule;
import org.luoshi.platform.Page;

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

    /** The comparison in a sentence: 实到 4 不少于应到有表决权的 8 × 1/2，至少 4，符合（Q-02）. */
    public String words(Page page) {
        String sentence = page.t(
                "branch.arithmetic",
                "counted",
                page.t("branch.counted", share.counted()),
                "count",
                isKnown() ? count : "",
                "comparison",
                page.t("branch.comparison", share.comparison()),
                "base",
                page.t("branch.base", share.base()),
                "of",
                base,
                "numerator",
                share.numerator(),
                "denominator",
                share.denominator(),
                "needed",
                page.t("branch.needed." + share.comparison(), "count", limit));
        String result = isKnown() ? page.t(holds ? "branch.holds" : "branch.holds-not") : "";
        return sentence + result + page.t("branch.arithmetic.rule", "rule", rule.id());
    }

    /** True where even all who are there would not be enough. */
    public boolean isOutOfReach(int present) {
        return share.counted() == Counted.YES && limit > present;
    }

    static boolean allHold(List<Arithmetic> lines) {
        return lines.stream().allMatch(Arithmetic::holds);
    }

    static boolean all(List<Arithmetic> lines, Counted counted) {
        return lines.stream().filter(line -> line.share().counted() == counted).allMatch(Arithmetic::holds);
    }
}
