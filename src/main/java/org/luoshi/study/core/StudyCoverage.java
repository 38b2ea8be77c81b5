package org.luoshi.study.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody who is named by their role lectures in the plan (E-07).
 *
 * @param group the group they lead, or null
 * @param care true: not asked (P-37)
 */
public record StudyCoverage(
        String name,
        List<String> posts,
        @Nullable String group,
        boolean leader,
        boolean care,
        long planned,
        long held) {

    public boolean isMissing() {
        return planned == 0 && !care;
    }

    /** The youth classes of a quarter (E-09); one that is over is proposed nothing any more. */
    public record Quarter(int number, long planned, long held, boolean over) {

        public boolean isMissing() {
            return planned == 0 && !over;
        }
    }
}
