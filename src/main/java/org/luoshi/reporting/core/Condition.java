package org.luoshi.reporting.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.FormExpression.Known;

/** Something that holds or not within a rule; null where that cannot be decided. */
sealed interface Condition {

    @Nullable
    Boolean holds(Known known);

    /** Two numbers side by side. */
    record Comparison(String sign, Term left, Term right) implements Condition {
        @Override
        public @Nullable Boolean holds(Known known) {
            BigDecimal a = left.value(known);
            BigDecimal b = right.value(known);
            if (a == null || b == null) {
                return null;
            }
            int order = a.compareTo(b);
            return switch (sign) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** Both must hold: one that does not decides, whatever the other is. */
    record Both(Condition left, Condition right) implements Condition {
        @Override
        public @Nullable Boolean holds(Known known) {
            Boolean a = left.holds(known);
            Boolean b = right.holds(known);
            if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
                return false;
            }
            return a == null || b == null ? null : Boolean.TRUE;
        }
    }

    /** One must hold: one that does decides, whatever the other is. */
    record Either(Condition left, Condition right) implements Condition {
        @Override
        public @Nullable Boolean holds(Known known) {
            Boolean a = left.holds(known);
            Boolean b = right.holds(known);
            if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
                return true;
            }
            return a == null || b == null ? null : Boolean.FALSE;
        }
    }

    /** The contrary. */
    record Not(Condition inner) implements Condition {
        @Override
        public @Nullable Boolean holds(Known known) {
            Boolean holds = inner.holds(known);
            return holds == null ? null : !holds;
        }
    }
}
