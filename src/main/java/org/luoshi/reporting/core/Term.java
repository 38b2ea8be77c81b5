package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.FormExpression.Known;

/** A number within a rule; null where something it needs is not known. */
sealed interface Term {

    @Nullable
    BigDecimal value(Known known);

    /** A number as written. */
    record Constant(BigDecimal number) implements Term {
        @Override
        public BigDecimal value(Known known) {
            return number;
        }
    }

    /** What a field says now, or said in the last period. */
    record Field(String code, boolean before) implements Term {
        @Override
        public @Nullable BigDecimal value(Known known) {
            return (before ? known.before() : known.today()).get(code);
        }
    }

    /** Two numbers and what is done with them. */
    record Operation(char sign, Term left, Term right) implements Term {
        @Override
        public @Nullable BigDecimal value(Known known) {
            BigDecimal a = left.value(known);
            BigDecimal b = right.value(known);
            if (a == null || b == null) {
                return null;
            }
            return switch (sign) {
                case '+' -> a.add(b);
                case '-' -> a.subtract(b);
                case '*' -> a.multiply(b, MathContext.DECIMAL128);
                default -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
            };
        }
    }

    /** min, max or abs. */
    record Function(Name name, List<Term> arguments) implements Term {

        /** The functions there are. */
        enum Name {
            MIN,
            MAX,
            ABS
        }

        @Override
        public @Nullable BigDecimal value(Known known) {
            BigDecimal result = null;
            for (Term argument : arguments) {
                BigDecimal number = argument.value(known);
                if (number == null) {
                    return null;
                }
                result = result == null ? number : name == Name.MIN ? result.min(number) : result.max(number);
            }
            return name == Name.ABS && result != null ? result.abs() : result;
        }
    }
}
