package org.luoshi.branch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final RuleBook BOOK = new RuleBook(ShippedPacks.book().all().stream()
            .filter(rule -> rule.passport().level() == Level.NATIONAL)
            .toList());

    @Test
    void monthlyInsteadOfQuarterlyIsTwelveAgainstFour() {
        Stacking.Stacked stacked =
                only("P-20", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}");
        assertThat(stacked.national()).isEqualTo(BOOK.find("P-20").orElseThrow());
        assertThat(stacked.figures())
                .isEqualTo(new Stacking.Figures(
                        Stacking.Unit.TIMES_PER_YEAR, BigDecimal.valueOf(12), BigDecimal.valueOf(4)));
        assertThat(stacked.issuer()).isEqualTo("湖区办公室");
        assertThat(stacked.endsOn()).isEqualTo("2027-12-31");
    }

    @Test
    void moreHoursAreToldWithBothNumbers() {
        assertThat(only("E-01", "subject: person", "hours: {who: member, period: half-year, atLeast: 20}")
                        .figures())
                .isEqualTo(
                        new Stacking.Figures(Stacking.Unit.HOURS_PER_YEAR, new BigDecimal("40"), new BigDecimal("32")));
    }

    @Test
    void lecturesEachQuarterAreAskedByNothingNational() {
        Stacking.Stacked stacked =
                only("\"\"", "subject: branch", "count: {kinds: lecture, period: quarter, atLeast: 1}");
        assertThat(stacked.national()).isNull();
        assertThat(stacked.figures().local()).isEqualTo(BigDecimal.valueOf(4));
        assertThat(stacked.figures().national()).isNull();
    }

    @Test
    void theNationalRuleIsFoundEvenWhenNotNamed() {
        assertThat(only("\"\"", "subject: branch", "count: {kinds: members-meeting, period: month, atLeast: 1}")
                        .national())
                .isEqualTo(BOOK.find("P-20").orElseThrow());
    }

    @Test
    void mustInsteadOfGenerallyIsStricterToo() {
        RuleBook book = with(LocalPackCheckTests.pack(
                        "P-20", "subject: branch", "count: {kinds: members-meeting, period: quarter, atLeast: 1}")
                .replace("generally", "must"));
        assertThat(Stacking.of(book, TODAY))
                .singleElement()
                .satisfies(stacked -> assertThat(stacked.isOnlyFirmer()).isTrue());
    }

    @Test
    void whatRepeatsTheNationalTextOrIsOverIsNotStacked() {
        String same = LocalPackCheckTests.pack(
                "P-20", "subject: branch", "count: {kinds: members-meeting, period: quarter, atLeast: 1}");
        assertThat(Stacking.of(with(same), TODAY)).isEmpty();
        String more = same.replace("quarter", "month");
        assertThat(Stacking.of(with(more), TODAY)).hasSize(1);
        assertThat(Stacking.of(with(more), LocalDate.of(2028, 1, 1))).isEmpty();
        assertThat(Stacking.of(with(more.replace("generally", "inform")), TODAY))
                .isEmpty();
    }

    @Test
    void whatTheFoundingOfficeAsksIsShownAsItsOwn() {
        assertThat(Stacking.of(ShippedPacks.book(), TODAY))
                .extracting(stacked -> stacked.local().id())
                .containsExactly("P-15b", "E-07b", "E-07c", "E-07d", "E-08", "E-09");
    }

    private static Stacking.Stacked only(String tightens, String subject, String demand) {
        List<Stacking.Stacked> all = Stacking.of(with(LocalPackCheckTests.pack(tightens, subject, demand)), TODAY);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static RuleBook with(String yaml) {
        return BOOK.with(RulePackReader.read(yaml).rules());
    }
}
