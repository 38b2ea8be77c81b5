package org.luoshi.organization.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.luoshi.platform.Fold;

/**
 * What a unit can be found by.
 *
 * @param folded its names in the one spelling
 * @param cores the names without what writers leave out: 国家发展和改革委员会 becomes 发展改革委
 * @param haystack names and initials, for "contains"
 * @param grams characters and neighbouring pairs of the haystack, for the index
 */
record UnitNames(Set<String> folded, Set<String> cores, String haystack, Set<String> grams) {

    /** Whose administration it is, when the writer takes that for granted. */
    private static final Pattern ELIDED_PREFIX = Pattern.compile("^(?:中华人民共和国|国家|全国|中共|[^省市县区州盟旗]{0,9}?"
            + "(?:自治区|自治州|自治县|省|市(?![场政容民域])|县(?!域)|(?<![社辖军])区(?![域划])|州|(?<![同联])盟|旗))+");

    private static final Pattern ELIDED_SUFFIX = Pattern.compile("人民政府$");
    private static final int SHORTEST_CORE = 2;
    private static final int SHORTEST_ABBREVIATION = 3;

    static UnitNames of(String name, String shortName, Collection<String> aliases) {
        Set<String> folded = new LinkedHashSet<>();
        Stream.concat(Stream.of(name, shortName), aliases.stream())
                .map(Fold::text)
                .filter(text -> !text.isEmpty())
                .forEach(folded::add);
        Set<String> cores = new LinkedHashSet<>();
        folded.forEach(text -> cores.add(core(text)));
        List<String> spellings = new ArrayList<>(folded);
        folded.forEach(text -> spellings.add(Fold.initials(text)));
        return new UnitNames(folded, cores, String.join(" ", spellings), grams(spellings));
    }

    /** A folded name without prefixes and suffixes that writers leave out; never shorter than two characters. */
    static String core(String folded) {
        String core = orKept(ELIDED_SUFFIX.matcher(folded).replaceFirst(""), folded);
        core = orKept(ELIDED_PREFIX.matcher(core).replaceFirst(""), core);
        String joined = core.replace("委员会", "委").replace("办公厅", "办").replace("办公室", "办");
        return orKept(joined.replaceAll("[和与及暨]", ""), joined);
    }

    /** How alike two cores are: shared pairs of characters (Dice), or the way an abbreviation is drawn from a name. */
    static double likeness(String written, String known) {
        Set<String> here = Fold.bigrams(written);
        Set<String> there = Fold.bigrams(known);
        long shared = here.stream().filter(there::contains).count();
        double dice = here.isEmpty() || there.isEmpty() ? 0 : 2.0 * shared / (here.size() + there.size());
        return Math.max(dice, isDrawnFrom(written, known) || isDrawnFrom(known, written) ? 0.6 : 0);
    }

    static Set<String> grams(Collection<String> spellings) {
        Set<String> grams = new LinkedHashSet<>();
        for (String spelling : spellings) {
            spelling.codePoints()
                    .filter(c -> c > 127)
                    .mapToObj(Character::toString)
                    .forEach(grams::add);
            grams.addAll(Fold.bigrams(spelling));
        }
        return grams;
    }

    /** 发改委 from 发展改革委: same first and last character, the rest in order. */
    private static boolean isDrawnFrom(String abbreviation, String name) {
        int length = abbreviation.length();
        if (length < SHORTEST_ABBREVIATION
                || length >= name.length()
                || abbreviation.charAt(0) != name.charAt(0)
                || abbreviation.charAt(length - 1) != name.charAt(name.length() - 1)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < length; i++) {
            if (name.charAt(i) == abbreviation.charAt(at)) {
                at++;
            }
        }
        return at == length;
    }

    private static String orKept(String shortened, String original) {
        return shortened.codePointCount(0, shortened.length()) < SHORTEST_CORE ? original : shortened;
    }
}
