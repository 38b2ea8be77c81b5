package org.luoshi.intake.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts automatic numbers as Word does: one row of counters per list definition, deeper levels begin anew under a higher one. */
final class ListCounter {

    static final int LEVELS = 9;

    private static final int NOT_BEGUN = Integer.MIN_VALUE;

    /**
     * How one level is numbered.
     *
     * @param text {@code （%1）}, where %1 is the counter of the first level
     * @param restartAfter begins anew after this level (from 1) or a higher one; 0 never, negative: after any higher level
     */
    record Level(int start, String format, String text, boolean allDecimal, int restartAfter) {

        boolean isBullet() {
            return format.equals("bullet");
        }
    }

    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /** An instance of a list may set counters back; it does so when it is first used. */
    void begin(String list, String instance, Map<Integer, Integer> startOverrides) {
        if (begun.add(instance)) {
            startOverrides.forEach((level, start) -> of(list)[level] = start - 1);
        }
    }

    /** Counts one paragraph of the list and returns the number it shows; empty for bullets. */
    String next(String list, List<Level> levels, int at) {
        int[] counter = of(list);
        Level level = levels.get(at);
        counter[at] = counter[at] == NOT_BEGUN ? level.start() : counter[at] + 1;
        for (int deeper = at + 1; deeper < counter.length; deeper++) {
            int after = deeper < levels.size() ? levels.get(deeper).restartAfter() : -1;
            if (after < 0 || after > at) {
                counter[deeper] = NOT_BEGUN;
            }
        }
        return level.isBullet() ? "" : shown(levels, level, counter);
    }

    private static String shown(List<Level> levels, Level level, int[] counter) {
        StringBuilder shown = new StringBuilder();
        String text = level.text();
        for (int i = 0; i < text.length(); i++) {
            int other = i + 1 < text.length() && text.charAt(i) == '%' ? text.charAt(i + 1) - '1' : -1;
            if (other < 0 || other >= levels.size()) {
                shown.append(text.charAt(i));
                continue;
            }
            i++;
            if (counter[other] == NOT_BEGUN) {
                counter[other] = levels.get(other).start();
            }
            String format = level.allDecimal() ? "decimal" : levels.get(other).format();
            shown.append(Numerals.of(format, counter[other]));
        }
        return shown.toString();
    }

    /** The number in front of the text, unless somebody typed one as well. */
    static String prefixed(String number, String text) {
        if (number.isBlank() || text.isBlank() || Characters.startsWithMarker(text.strip())) {
            return text;
        }
        String bare = number.strip();
        boolean apart = Characters.isWestern(bare.charAt(bare.length() - 1))
                || Character.isDigit(text.strip().charAt(0)) && ".．".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return bare + (apart ? " " : "") + text.strip();
    }

    private int[] of(String list) {
        return counters.computeIfAbsent(list, unused -> {
            int[] fresh = new int[LEVELS];
            Arrays.fill(fresh, NOT_BEGUN);
            return fresh;
        });
    }
}
