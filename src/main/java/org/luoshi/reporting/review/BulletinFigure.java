package org.luoshi.reporting.review;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a bulletin, written as it will be read again for ever.
 *
 * @param sum plain digits; null where no unit gave one: what is missing is never zero
 * @param known units that gave a number, a signed zero among them
 * @param unknown units that reported and do not know it yet
 */
public record BulletinFigure(
        String code, String name, String measure, @Nullable String sum, int known, int unknown) {

    static BulletinFigure of(String code, String name, String measure, BigDecimal sum, int known, int unknown) {
        String written = known == 0
                ? null
                : sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
        return new BulletinFigure(code, name, measure, written, known, unknown);
    }

    public @Nullable BigDecimal number() {
        return sum == null ? null : new BigDecimal(sum);
    }
}
