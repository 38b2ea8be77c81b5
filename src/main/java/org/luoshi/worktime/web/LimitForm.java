package org.luoshi.worktime.web;

import static org.luoshi.worktime.core.WorktimeError.START_UNREADABLE;

import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.LimitUnit;

/** A question "how long do I have", letter by letter. */
public record LimitForm(
        @Nullable String start,

        @Nullable @Pattern(regexp = "\\d{1,5}", message = "{worktime.calculator.amount.bad}")
        String amount,

        @Nullable LimitUnit unit,
        @Nullable String from) {

    /** Nothing was asked yet. */
    boolean isEmpty() {
        return start == null && amount == null;
    }

    LimitForm orDefaults(LocalDateTime now) {
        return isEmpty()
                ? new LimitForm(now.withSecond(0).withNano(0).toString(), "5", LimitUnit.WORKING_DAYS, "next")
                : this;
    }

    Limit limit() {
        return new Limit(
                Integer.parseInt(Objects.requireNonNullElse(amount, "0")),
                Objects.requireNonNullElse(unit, LimitUnit.WORKING_DAYS),
                !"same".equals(from));
    }

    /** An instant, a local time or a day (its beginning) in the office's zone. */
    Instant startIn(ZoneId zone) {
        String text = Objects.requireNonNullElse(start, "").strip();
        try {
            if (text.endsWith("Z") || text.matches(".*T.*[+-]\\d{2}:\\d{2}")) {
                return java.time.OffsetDateTime.parse(text).toInstant();
            }
            LocalDateTime local = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
            if (local.getYear() < 1949 || local.getYear() > 2199) {
                throw START_UNREADABLE.with(Map.of("start", text));
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw START_UNREADABLE.with(Map.of("start", text));
        }
    }
}
