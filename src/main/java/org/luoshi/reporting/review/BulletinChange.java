package org.luoshi.reporting.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;

/**
 * What one unit said after a bulletin was drawn up.
 *
 * @param fields what the bulletin used of it and what stands now
 * @param wasMissing whether the unit was missing in the bulletin
 * @param reason of the corrections since; null where none was given
 */
public record BulletinChange(
        long place,
        String name,
        List<BulletinField> fields,
        boolean wasMissing,
        boolean wasZero,
        boolean nowZero,
        @Nullable String reason,
        String signer,
        Instant at,
        int revision) {

    /** One figure of it, was and is; null where it was not known. */
    public record BulletinField(
            String code,
            String name,
            @Nullable String was,
            @Nullable String is) {

        public boolean changed() {
            return was == null ? is != null : !was.equals(is);
        }

        static BulletinField of(String code, String name, @Nullable Figures was, Figures is) {
            return new BulletinField(code, name, was == null ? null : written(was, code), written(is, code));
        }

        private static @Nullable String written(Figures figures, String code) {
            var number = figures.number(code);
            return number == null
                    ? null
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
