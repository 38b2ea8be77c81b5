package org.luoshi.ledger.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.Step;
import org.luoshi.ledger.core.StepInput;

/**
 * A step that a program takes: one line of one of the ledger's tables of steps, and what that line asks for.
 *
 * @param version the version of the object that was seen
 */
record StepBody<S extends Step>(
        @NotNull S step,
        @NotNull @Min(0) Integer version,
        @Nullable @CodePointLength(max = StepBody.WORDS) String words,
        @Nullable @OfficeDay LocalDate date,
        @Nullable UUID unitId,
        @Nullable UUID personId,
        @Nullable UUID itemId,
        @Nullable RejectCode rejectCode,

        @Nullable @Size(max = StepBody.FILES) @UniqueElements
        List<@NotNull UUID> fileIds) {

    static final int WORDS = 4_000;
    static final int FILES = 100;

    StepInput input() {
        return new StepInput(
                version, words, date, unitId, personId, itemId, rejectCode, fileIds == null ? List.of() : fileIds);
    }
}
