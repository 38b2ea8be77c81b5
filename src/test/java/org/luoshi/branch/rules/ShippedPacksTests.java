package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rows of the field's rules are shipped, which are off, and which are left out. */
class ShippedPacksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final RuleBook book = ShippedPacks.book();

    @Test
    void everyConfirmedRowIsShipped() {
        Stream<String> rows = Stream.of(
                        rows("P", 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 25, 26, 27, 28),
                        rows("P", 29, 30, 32, 34, 35, 36, 37),
                        rows("Q", 1, 2, 3, 4),
                        rows("M", 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
                        rows("D", 1, 2, 3, 4, 5),
                        rows("E", 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14))
                .flatMap(ids -> ids);
        assertThat(rows).allMatch(id -> book.find(id).filter(Rule::on).isPresent());
    }

    @Test
    void whatIsToBeConfirmedIsShippedSwitchedOff() {
        assertThat(book.all().stream().filter(rule -> !rule.on()).map(Rule::id))
                .containsExactlyInAnyOrder(
                        "P-04b", "P-07d", "P-10", "Q-03b", "Q-05", "Q-06", "Q-07", "D-06", "D-06b", "E-11", "S-05");
    }

    @Test
    void whatOnePlaceDoesIsNotShipped() {
        assertThat(List.of("P-24", "P-31", "P-33", "M-03", "M-17", "E-10"))
                .noneMatch(id -> book.find(id).isPresent());
    }

    @Test
    void noNationalRuleAsksABranchForLectures() {
        assertThat(book.on(TODAY))
                .filteredOn(rule -> rule.passport().level() == Level.NATIONAL)
                .filteredOn(rule -> rule.subject() == RuleSubject.BRANCH)
                .noneMatch(rule -> rule.demand() instanceof Demand.Count count
                        && count.kinds().contains("LECTURE"));
    }

    @Test
    void thePlanThatExpiredAsksNothingAnyMore() {
        assertThat(book.on(LocalDate.of(2023, 12, 31))).extracting(Rule::id).contains("E-02", "E-03", "E-04");
        assertThat(book.on(LocalDate.of(2024, 1, 1)))
                .extracting(Rule::id)
                .doesNotContain("E-02", "E-02b", "E-03", "E-04", "E-05");
        assertThat(ShippedPacks.all())
                .filteredOn(pack -> pack.id().equals("training-plan-2019-2023"))
                .singleElement()
                .satisfies(pack -> assertThat(pack.note()).containsKeys("zh", "en"));
    }

    @Test
    void whatTheOfficeAskedForIsNotSaidToBeNational() {
        assertThat(List.of("P-15", "E-07", "E-08", "E-09", "E-12"))
                .extracting(id -> book.find(id).orElseThrow().passport().level())
                .containsOnly(Level.BRANCH);
    }

    private static Stream<String> rows(String letter, int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(number -> "%s-%02d".formatted(letter, number));
    }
}
