package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gave with a step.
 *
 * @param version the version of the object that was seen
 * @param words reason or remark
 */
public record StepInput(
        int version,
        @Nullable String words,
        @Nullable LocalDate date,
        @Nullable UUID unitId,
        @Nullable UUID personId,
        @Nullable UUID itemId,
        @Nullable RejectCode rejectCode,
        List<UUID> fileIds) {

    public StepInput {
        words = FilledIn.words(words);
        fileIds = List.copyOf(fileIds);
    }

    public static StepInput of(int version) {
        return new StepInput(version, null, null, null, null, null, null, List.of());
    }

    public static StepInput of(int version, String words) {
        return new StepInput(version, words, null, null, null, null, null, List.of());
    }

    public StepInput withDate(LocalDate newDate) {
        return new StepInput(version, words, newDate, unitId, personId, itemId, rejectCode, fileIds);
    }

    public StepInput withUnit(UUID newUnitId) {
        return new StepInput(version, words, date, newUnitId, personId, itemId, rejectCode, fileIds);
    }

    public StepInput withPerson(UUID newPersonId) {
        return new StepInput(version, words, date, unitId, newPersonId, itemId, rejectCode, fileIds);
    }

    public StepInput withItem(UUID newItemId) {
        return new StepInput(version, words, date, unitId, personId, newItemId, rejectCode, fileIds);
    }

    public StepInput withRejectCode(RejectCode newCode) {
        return new StepInput(version, words, date, unitId, personId, itemId, newCode, fileIds);
    }

    public StepInput withFiles(List<UUID> newFileIds) {
        return new StepInput(version, words, date, unitId, personId, itemId, rejectCode, newFileIds);
    }

    /** Refuses when something that the step must have is missing. */
    void require(Step step) {
        for (StepField field : step.fields()) {
            boolean missing = switch (field) {
                case REASON -> words == null;
                case DATE -> date == null;
                case UNIT -> unitId == null;
                case PERSON -> personId == null;
                case ITEM -> itemId == null;
                case REJECT_CODE -> rejectCode == null;
                case REMARK, OPTIONAL_DATE, OPTIONAL_UNIT, FILES -> false;
            };
            if (missing) {
                throw LedgerError.FIELD_MISSING.with(Map.of("field", field.name()));
            }
        }
    }

    String reason() {
        if (words == null) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", StepField.REASON.name()));
        }
        return words;
    }

    UUID givenUnit() {
        if (unitId == null) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", StepField.UNIT.name()));
        }
        return unitId;
    }

    UUID givenPerson() {
        if (personId == null) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", StepField.PERSON.name()));
        }
        return personId;
    }

    UUID givenItem() {
        if (itemId == null) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", StepField.ITEM.name()));
        }
        return itemId;
    }
}
