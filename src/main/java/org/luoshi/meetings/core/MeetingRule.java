package org.luoshi.meetings.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule about calling meetings, with its passport; its text stands in the bundles under {@link #textKey}.
 *
 * @param when it applies only where all these measures lie in their ranges
 * @param require what must lie in its range then
 */
public record MeetingRule(
        String id,
        Passport passport,
        Strength strength,
        Map<String, Range> when,
        Map<String, Range> require,
        List<Example> examples) {

    /** How strongly it speaks: must refuses, generally wants a reason, inform only tells. */
    public enum Strength {
        MUST,
        GENERALLY,
        INFORM
    }

    /** What a rule says about a meeting. */
    public enum Verdict {
        HOLDS,
        BREACHED,
        DOES_NOT_APPLY,
        UNKNOWN
    }

    /** Where a rule comes from and how well its wording is known (A seen in full, B a secondary copy). */
    public record Passport(
            String documentZh, String documentEn, String issuer, String article, String source, String confidence) {}

    /** Both ends belong to it; null is open. */
    public record Range(@Nullable Long least, @Nullable Long most) {

        boolean has(long number) {
            return (least == null || number >= least) && (most == null || number <= most);
        }

        /** {@code 1}, {@code 1..}, {@code ..60} or {@code 1..60}. */
        static Range read(String written) {
            int dots = written.indexOf("..");
            if (dots < 0) {
                long one = Long.parseLong(written.strip());
                return new Range(one, one);
            }
            return new Range(end(written.substring(0, dots)), end(written.substring(dots + 2)));
        }

        private static @Nullable Long end(String written) {
            return written.isBlank() ? null : Long.valueOf(written.strip());
        }
    }

    /** A worked example that the tests run. */
    public record Example(Map<String, Long> given, Verdict expect) {}

    public String textKey() {
        return "meetings.rule." + id;
    }

    /** What it says where these measures are known; one that is missing is not zero. */
    public Verdict judge(Map<String, Long> measures) {
        Verdict applies = all(when, measures, Verdict.DOES_NOT_APPLY);
        return applies == Verdict.HOLDS ? all(require, measures, Verdict.BREACHED) : applies;
    }

    private static Verdict all(Map<String, Range> ranges, Map<String, Long> measures, Verdict outside) {
        boolean unknown = false;
        for (Map.Entry<String, Range> range : ranges.entrySet()) {
            Long number = measures.get(range.getKey());
            if (number == null) {
                unknown = true;
            } else if (!range.getValue().has(number)) {
                return outside;
            }
        }
        return unknown ? Verdict.UNKNOWN : Verdict.HOLDS;
    }
}
