package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.luoshi.platform.Fold;

/** Finds sentences of a text that stand, wholly or in a long passage, in other texts. Punctuation, spaces and variants of characters do not matter. */
public final class StudySelfCheck {

    /** Characters that must agree without a gap: shorter agreement is common wording. */
    static final int PASSAGE = 13;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？；!?;])|\\R|(?<=\\.)\\s");

    private StudySelfCheck() {}

    /** A text to compare with. */
    public record Source(Kind kind, String title, String text) {

        /** Where it comes from. */
        public enum Kind {
            MATERIAL,
            OWN,
            SHARED
        }
    }

    /**
     * A sentence that was found elsewhere.
     *
     * @param share how much of it stands there, in hundredths
     */
    public record Match(String sentence, Source.Kind kind, String title, int share) {}

    /** Sentence by sentence, each with the source that has most of it. */
    public static List<Match> matches(String text, List<Source> sources) {
        List<Set<String>> passages = sources.stream()
                .map(source -> passages(Fold.text(source.text())))
                .toList();
        List<Match> matches = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            String folded = Fold.text(sentence);
            int best = 0;
            Source where = null;
            for (int i = 0; i < sources.size(); i++) {
                int common = common(folded, passages.get(i));
                if (common > best) {
                    best = common;
                    where = sources.get(i);
                }
            }
            if (where != null) {
                matches.add(new Match(sentence.strip(), where.kind(), where.title(), best * 100 / folded.length()));
            }
        }
        return matches;
    }

    private static Set<String> passages(String folded) {
        Set<String> passages = new HashSet<>();
        for (int i = 0; i + PASSAGE <= folded.length(); i++) {
            passages.add(folded.substring(i, i + PASSAGE));
        }
        return passages;
    }

    /** How many characters of the sentence lie in a passage that the other text has too. */
    private static int common(String folded, Set<String> passages) {
        int covered = 0;
        int upTo = 0;
        for (int i = 0; i + PASSAGE <= folded.length(); i++) {
            if (passages.contains(folded.substring(i, i + PASSAGE))) {
                covered += i + PASSAGE - Math.max(upTo, i);
                upTo = i + PASSAGE;
            }
        }
        return covered;
    }
}
