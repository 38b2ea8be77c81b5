package org.luoshi.branch.rules;

import java.util.Map;

/**
 * A mistake in a rule pack, told so that the person who wrote the pack finds the place.
 *
 * @param ruleId the rule it is in; empty for the head of the pack
 * @param code stable; its text is {@code branch.pack.<code>}
 * @param details values for the text: {@code field}, {@code line}, {@code value}, {@code allowed} …
 */
public record PackProblem(String ruleId, String code, Map<String, String> details) {

    public String textKey() {
        return "branch.pack." + code;
    }
}
