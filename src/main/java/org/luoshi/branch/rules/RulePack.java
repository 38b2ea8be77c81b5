package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one instrument, or of one office, as its file says them.
 *
 * @param id stable; the ids of local rules begin with it
 * @param document name of the instrument by language
 * @param issued as the file says it; empty where it is not known
 * @param note what a reader should know about the whole pack, by language; empty where there is nothing
 * @param rules those without a mistake, in the order of the file
 */
public record RulePack(
        String id,
        Map<String, String> document,
        String issuer,
        Level level,
        String issued,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> note,
        List<Rule> rules) {}
