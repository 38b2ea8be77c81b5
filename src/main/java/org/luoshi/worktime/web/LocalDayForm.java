package org.luoshi.worktime.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.core.DayKind;
import org.luoshi.worktime.core.LocalDay;

/** A day the office sets for itself, as typed. */
public record LocalDayForm(
        @Nullable @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{worktime.days.date.bad}")
        String date,

        @Nullable DayKind kind,

        @Nullable @NotBlank(message = "{worktime.days.name.bad}") @Size(max = 60, message = "{worktime.days.name.bad}")
        String name,

        @Nullable
        @NotBlank(message = "{worktime.days.source.bad}")
        @Size(max = 200, message = "{worktime.days.source.bad}")
        String source) {

    static LocalDayForm empty() {
        return new LocalDayForm("", DayKind.HOLIDAY, "", "");
    }

    /** Only after validation has passed; a date like 2026-02-30 still fails here. */
    LocalDay toDay() {
        return new LocalDay(
                LocalDate.parse(String.valueOf(date)),
                Objects.requireNonNullElse(kind, DayKind.HOLIDAY),
                String.valueOf(name).strip(),
                String.valueOf(source).strip());
    }
}
