package org.luoshi.reporting.forms;

import java.util.HashSet;
import java.util.Set;
import org.luoshi.platform.Fold;

/** How much two names say the same: the share of pairs of characters that they have in common. */
final class Likeness {

    /** From here on the dictionary says "this may be there already". Ours. */
    static final double ALIKE = 0.5;

    private Likeness() {}

    static double of(String one, String other) {
        Set<String> a = Fold.bigrams(Fold.text(one));
        Set<String> b = Fold.bigrams(Fold.text(other));
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return a.isEmpty() && b.isEmpty() ? 0 : 2.0 * common.size() / (a.size() + b.size());
    }
}
