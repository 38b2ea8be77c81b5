package org.luoshi.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.core.IntakeError;
import org.luoshi.intake.extraction.Recurrence;
import org.luoshi.intake.extraction.WrittenUnits;

/** What was typed about an item. */
record ItemForm(
        @Nullable String task,
        @Nullable String lead,
        @Nullable String support,
        @Nullable String guide,
        @Nullable String due,
        @Nullable String recurring) {

    String words() {
        return task == null ? "" : task;
    }

    static List<String> units(@Nullable String typed) {
        return typed == null ? List.of() : WrittenUnits.split(typed);
    }

    @Nullable
    Recurrence often() {
        if (recurring == null || recurring.isBlank()) {
            return null;
        }
        for (Recurrence recurrence : Recurrence.values()) {
            if (recurrence.name().equals(recurring)) {
                return recurrence;
            }
        }
        throw IntakeError.DATE_WRONG.with(Map.of("written", recurring));
    }

    @Nullable
    LocalDate day() {
        return day(due);
    }

    static @Nullable LocalDate day(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException notADay) {
            throw IntakeError.DATE_WRONG.with(Map.of("written", written));
        }
    }
}
