package org.luoshi.platform;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One spelling for everything that people search by: simplified and traditional, full and half width, capitals and punctuation made alike. */
public final class Fold {

    private static final Normalizer2 WIDTH_AND_CASE = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Hant-Hans");
    private static final Map<Integer, String> INITIAL_OF = new ConcurrentHashMap<>();

    /** Apart, because its rules take a while to load and most texts are never asked for their initials. */
    private static final class Pinyin {

        static final Transliterator OF = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

        private Pinyin() {}
    }

    private Fold() {}

    /** Letters and digits only, simplified, lower case, half width: 「國家發展和改革委員會」 and 国家发展和改革委员会 are the same. */
    public static String text(String written) {
        String simplified = TO_SIMPLIFIED.transliterate(WIDTH_AND_CASE.normalize(written));
        StringBuilder kept = new StringBuilder(simplified.length());
        simplified.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The first letter of each character's pinyin; Latin letters and digits stay: 发改委2 gives fgw2. */
    public static String initials(String written) {
        StringBuilder initials = new StringBuilder();
        text(written)
                .codePoints()
                .forEach(character -> initials.append(INITIAL_OF.computeIfAbsent(character, Fold::initialOf)));
        return initials.toString();
    }

    /** The pairs of neighbouring characters of a folded text, in no particular order; none for a text of one character. */
    public static Set<String> bigrams(String folded) {
        int[] characters = folded.codePoints().toArray();
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }

    /** How much two texts say the same: the share, 0 to 1, of pairs of characters that they have in common (Dice). */
    public static double likeness(String one, String other) {
        Set<String> a = bigrams(text(one));
        Set<String> b = bigrams(text(other));
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return a.isEmpty() && b.isEmpty() ? 0 : 2.0 * common.size() / (a.size() + b.size());
    }

    private static String initialOf(int character) {
        String alone = Character.toString(character);
        if (UScript.getScript(character) != UScript.HAN) {
            return alone;
        }
        String pinyin = Pinyin.OF.transliterate(alone);
        return pinyin.isEmpty() || pinyin.equals(alone) ? "" : pinyin.substring(0, 1);
    }
}
