package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Stand-in until merged. */
public final class FormRules {
    private FormRules() {}

    public record BrokenRule(FormRule rule, String message) {}

    public static List<BrokenRule> check(
            ReportForm form, Map<String, BigDecimal> today, Map<String, BigDecimal> before) {
        return List.of();
    }
}
