package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.luoshi.shared.BusinessException;

/**
 * A rule across the fields of a form, as {@code total = local + away} or {@code total <= before(total) + 1000 and deaths <= total}.
 *
 * <pre>
 * rule       = and { "or" and }            and  = not { "and" not }          not = "not" not | comparison
 * comparison = sum ( = != &lt; &lt;= &gt; &gt;= ) sum     sum  = product { + - product }   product = sign { * / sign }
 * sign       = - sign | number | field | before(field) | min(…) | max(…) | abs(…) | ( … )
 * </pre>
 *
 * <p>Names are codes of fields; {@code before(x)} is what stood in the last period. A value that is missing or not known yet makes what it is
 * part of undecided: missing is never zero. There is nothing else: no texts, no calls, no assignment, no loops.
 */
public final class FormExpression {

    private final Condition condition;

    private FormExpression(Condition condition) {
        this.condition = condition;
    }

    /** Whether a rule is kept. */
    public enum Verdict {
        KEPT,
        BROKEN,
        /** Something it needs is missing, or it divides by zero. */
        UNDECIDED
    }

    /** Refused ({@link ReportingError#EXPRESSION_WRONG}, with the position and what is wrong there) where it is no rule over these codes. */
    public static FormExpression parse(String text, Set<String> codes) throws BusinessException {
        return new FormExpression(new ExpressionParser(text, codes).rule());
    }

    /** Whether it is a rule over these codes. */
    public static boolean isRule(String text, Set<String> codes) {
        try {
            parse(text, codes);
            return true;
        } catch (BusinessException noRule) {
            return false;
        }
    }

    /** @param before what stood in the last period */
    public Verdict judge(Map<String, BigDecimal> today, Map<String, BigDecimal> before) {
        Boolean holds = condition.holds(new Known(today, before));
        return holds == null ? Verdict.UNDECIDED : holds ? Verdict.KEPT : Verdict.BROKEN;
    }

    /** The numbers that a rule may look at. */
    record Known(Map<String, BigDecimal> today, Map<String, BigDecimal> before) {}
}
