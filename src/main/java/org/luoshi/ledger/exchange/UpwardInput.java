package org.luoshi.ledger.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;

/** A report that goes up, as it is typed; it starts from an accepted one. */
public record UpwardInput(
        @Nullable String feedback,
        @Nullable String kind,
        @Nullable String body,
        @Nullable String forecast,
        @Nullable String helpNeeded) {

    static final UpwardInput EMPTY = new UpwardInput(null, null, null, null, null);

    UpwardInput orFrom(@Nullable UpwardReport chosen) {
        return body != null || chosen == null
                ? this
                : new UpwardInput(
                        chosen.id().toString(),
                        chosen.kind().name(),
                        chosen.body(),
                        chosen.forecast() == null ? null : chosen.forecast().toString(),
                        chosen.helpNeeded());
    }

    PackageMaking.Upward toUpward() {
        try {
            FeedbackKind meant = Arrays.stream(FeedbackKind.values())
                    .filter(this::isKind)
                    .findFirst()
                    .orElseThrow(PackageError.WORDS_MISSING::plain);
            return new PackageMaking.Upward(
                    UUID.fromString(text(feedback)),
                    meant,
                    text(body),
                    text(forecast).isBlank()
                            ? null
                            : LocalDate.parse(text(forecast).strip()),
                    text(helpNeeded).isBlank() ? null : text(helpNeeded).strip());
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw PackageError.NOT_ACCEPTED.plain();
        }
    }

    public boolean isKind(FeedbackKind other) {
        return other.name().equals(kind);
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
