package org.luoshi.ledger.guests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.platform.Page;
import org.luoshi.platform.Texts;
import org.springframework.stereotype.Component;

/** Words in a returned workbook: chosen in one language, read in any. */
@Component
class GuestWords {

    private static final List<Locale> LANGUAGES = List.of(Texts.SIMPLIFIED, Texts.TRADITIONAL, Texts.ENGLISH);

    private final Texts texts;

    GuestWords(Texts texts) {
        this.texts = texts;
    }

    static List<String> signs(Page page) {
        return GuestSheet.signing().stream()
                .map(step -> page.t("ledger.guests.sign." + step.name()))
                .toList();
    }

    AssignmentStep sign(String written) {
        return meaning(GuestSheet.signing(), written, step -> "ledger.guests.sign." + step.name());
    }

    FeedbackKind kind(String written) {
        List<FeedbackKind> kinds =
                List.of(FeedbackKind.FIRST, FeedbackKind.PERIODIC, FeedbackKind.FINAL, FeedbackKind.ZERO);
        return meaning(kinds, written, kind -> "ledger.feedback-kind." + kind.name());
    }

    private <T> T meaning(List<T> all, String written, Function<T, String> key) {
        Optional<T> found = all.stream()
                .filter(one -> LANGUAGES.stream()
                        .anyMatch(
                                language -> texts.get(language, key.apply(one)).equalsIgnoreCase(written.strip())))
                .findFirst();
        return found.orElseThrow(() -> GuestError.ANSWER_WRONG.with(Map.of("typed", written)));
    }

    /** A day as a cell shows it or as people write it; null where nothing is written. */
    static @Nullable LocalDate day(String written) {
        String plain = written.strip();
        if (plain.isEmpty()) {
            return null;
        }
        String[] numbers = Stream.of(plain.split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        try {
            if (numbers.length != 3) {
                return LocalDate.parse(plain);
            }
            return LocalDate.of(
                    Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        } catch (NumberFormatException | DateTimeException noDay) {
            throw GuestError.ANSWER_WRONG.with(Map.of("typed", written));
        }
    }
}
