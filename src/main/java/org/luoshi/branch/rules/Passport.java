package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from, shown wherever it asks for something.
 *
 * @param pack id of the file it stands in
 * @param document name of the instrument by language ({@code zh}, {@code en})
 * @param article as cited: 第十一条; empty where it is not known
 * @param source where the wording was seen
 * @param issuer who issued it; needed for a local rule
 */
public record Passport(
        String pack,
        Map<String, String> document,
        String article,
        String source,
        String issuer,
        Level level,
        Confidence confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
