package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds figures against the rules of their form. */
public final class FormRules {

    private static final int MOST_KEPT = 2000;
    private static final Map<Key, FormExpression> PARSED = new ConcurrentHashMap<>();

    private FormRules() {}

    /** A rule that these figures break, with the words that its form has for it. */
    public record BrokenRule(FormRule rule, String message) {}

    /** The rules that are broken; those that cannot be decided, because something is missing, are not. */
    public static List<BrokenRule> check(
            ReportForm form, Map<String, BigDecimal> today, Map<String, BigDecimal> before) {
        if (form.rules().isEmpty()) {
            return List.of();
        }
        Set<String> codes = form.numbers().stream().map(ReportField::code).collect(Collectors.toSet());
        return form.rules().stream()
                .filter(rule -> parsed(rule, codes).judge(today, before) == FormExpression.Verdict.BROKEN)
                .map(rule -> new BrokenRule(rule, rule.message()))
                .toList();
    }

    /** A form's rules are read once: the same words over the same codes are the same rule. */
    private static FormExpression parsed(FormRule rule, Set<String> codes) {
        if (PARSED.size() > MOST_KEPT) {
            PARSED.clear();
        }
        return PARSED.computeIfAbsent(
                new Key(rule.expression(), codes), key -> FormExpression.parse(key.expression, key.codes));
    }

    private record Key(String expression, Set<String> codes) {}
}
