package org.luoshi.organization.web;

import static org.luoshi.organization.core.OrganizationError.NOT_YOURS;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
import org.springframework.http.HttpStatus;

/** Who may edit units and people, and how typed fields become values. */
final class Editing {

    static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private Editing() {}

    static boolean isOpenTo(Actor actor) {
        return actor.has(Role.SYSTEM_ADMINISTRATOR);
    }

    static void require(Actor actor) {
        if (!isOpenTo(actor)) {
            throw NOT_YOURS.plain();
        }
    }

    static HttpStatus statusOf(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The day, or the other one where nothing sensible was typed: for filters in addresses. */
    static LocalDate dayOr(@Nullable String text, LocalDate other) {
        try {
            return text == null || text.isBlank() ? other : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return other;
        }
    }
}
