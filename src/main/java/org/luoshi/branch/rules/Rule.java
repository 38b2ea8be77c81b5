package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of branch life or study, with its passport.
 *
 * @param id stable: {@code P-20}; local rules carry the id of their pack before it
 * @param text what it asks in our words, by language
 * @param exceptions for whom it does not ask, in our words, by language; empty where there are none
 * @param on false: shipped switched off, to be confirmed (confidence K)
 * @param tightens id of the rule that this one is stricter than; null for none
 */
public record Rule(
        String id,
        Passport passport,
        Map<String, String> text,
        Strength strength,
        RuleSubject subject,
        Demand demand,
        Map<String, String> exceptions,
        boolean on,
        @Nullable String tightens,
        List<Example> examples) {

    /**
     * A worked example: what is given and what comes out. Keys and values by kind of demand, see {@code docs/branch.md}.
     *
     * @param given as written in the pack
     * @param expect as written in the pack
     */
    public record Example(Map<String, Object> given, String expect) {}

    public boolean appliesOn(LocalDate day) {
        return on && passport.isValidOn(day);
    }

    /** The text in this language; the Chinese one where there is no other. */
    public String text(String language) {
        return text.getOrDefault(language, text.getOrDefault("zh", ""));
    }
}
