package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the officer decided about a table, kept between the steps.
 *
 * @param headingRow the row of the headings as Excel counts; 0 where none was found
 * @param reference the day of the ledger: gives the year to limits without one
 * @param meanings one for each column from A on
 * @param units by written name: {@code use:<id>}, {@code new} or {@code leave}
 * @param dues by row: a limit written anew because the one in the table was not understood
 * @param leftOut rows that are not brought in
 * @param again true: the same file was filed before, and this is meant
 */
public record ImportChoices(
        String sheet,
        int headingRow,
        String title,
        LocalDate reference,
        ImportTarget target,
        List<ImportMeaning> meanings,
        Map<String, String> units,
        Map<Integer, String> dues,
        Set<Integer> leftOut,
        boolean again) {

    public ImportChoices {
        meanings = List.copyOf(meanings);
        units = Map.copyOf(units);
        dues = Map.copyOf(dues);
        leftOut = Set.copyOf(leftOut);
    }

    ImportMeaning meaning(int column) {
        return column < meanings.size() ? meanings.get(column) : ImportMeaning.IGNORE;
    }

    boolean has(ImportMeaning meaning) {
        return meanings.contains(meaning);
    }

    public ImportChoices withMapping(
            String newTitle, LocalDate newReference, ImportTarget newTarget, List<ImportMeaning> newMeanings) {
        return new ImportChoices(
                sheet, headingRow, newTitle, newReference, newTarget, newMeanings, units, dues, leftOut, again);
    }

    public ImportChoices withAnswers(
            Map<String, String> newUnits, Map<Integer, String> newDues, Set<Integer> newLeftOut, boolean newAgain) {
        return new ImportChoices(
                sheet, headingRow, title, reference, target, meanings, newUnits, newDues, newLeftOut, newAgain);
    }
}
