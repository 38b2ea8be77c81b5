package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The pack in {@code docs/branch.md} is one that an office could add as it stands. */
class RulePackManualTests {

    private static final RuleBook BOOK = ShippedPacks.book();

    @Test
    void theInventedPackMayBeAdded() throws IOException {
        PackReading reading = RulePackReader.read(packOfTheManual());
        assertThat(reading.problems()).isEmpty();
        assertThat(LocalPackCheck.check(BOOK, Objects.requireNonNull(reading.pack())))
                .isEmpty();
        assertThat(reading.rules()).hasSize(2);
    }

    @Test
    void itsDemandsAreStackedAsLongAsTheyLast() throws IOException {
        RuleBook book = BOOK.with(RulePackReader.read(packOfTheManual()).rules());
        assertThat(Stacking.of(book, LocalDate.of(2027, 3, 1)))
                .extracting(stacked -> stacked.local().id())
                .contains("lake-office-lecture", "lake-office-members-meeting");
        assertThat(Stacking.of(book, LocalDate.of(2027, 7, 1)))
                .extracting(stacked -> stacked.local().id())
                .contains("lake-office-lecture")
                .doesNotContain("lake-office-members-meeting");
    }

    private static String packOfTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/branch.md"));
        int start = manual.indexOf("```yaml\n") + "```yaml\n".length();
        return manual.substring(start, manual.indexOf("```", start));
    }
}
