package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.organization.Unit;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bulletin of a month: drafted by one, issued and frozen by another, corrected by another edition. */
@WholeHouse
class FrozenMonthStoryTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private LedgerBulletins bulletins;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedMonth month;

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @BeforeEach
    void aMonth() {
        month = new InventedMonth(house, 2036);
        month.live();
    }

    @Test
    void aMonthIsFrozenAndCorrected() {
        month.itIs("04-02T09:00");
        UUID first = freeze();
        month.itIs("04-03T10:00");
        UUID second = correct(first);
        theSealIsSeenToBreak(second);
    }

    private UUID freeze() {
        BulletinPlan plan = new BulletinPlan(
                "三月督查通报",
                month.period,
                List.of(FigureGrouping.UNIT, FigureGrouping.MONTH),
                Map.of("ALL", "总体平稳"),
                false);
        refused(() -> bulletins.draft(plan, month.office.financeHead()), FiguresError.NOT_YOURS);
        UUID id = bulletins.draft(plan, month.office.officer());
        refused(() -> bulletins.require(id, month.office.financeHead()), FiguresError.UNKNOWN);
        refused(() -> bulletins.issue(id, 1, InventedMonth.CHINESE, month.office.officer()), FiguresError.NOT_YOURS);
        bulletins.revise(id, 1, plan, month.office.director());
        refused(
                () -> bulletins.issue(id, 2, InventedMonth.CHINESE, month.office.director()),
                FiguresError.SECOND_PERSON);
        bulletins.revise(id, 2, plan, month.office.officer());
        refused(
                () -> bulletins.issue(id, 2, InventedMonth.CHINESE, month.office.director()),
                FiguresError.CHANGED_MEANWHILE);
        bulletins.issue(id, 3, InventedMonth.CHINESE, month.office.director());

        LedgerBulletin issued = bulletins.require(id, month.office.financeHead());
        assertThat(issued.fits()).isTrue();
        FrozenLine roads = line(issued, month.office.roads);
        assertThat(roads.of(Indicator.OVERDUE_DAYS).written())
                .as("up to the last day of March, whenever it is issued")
                .isEqualTo("19");
        assertThat(bulletins.rows(
                        id,
                        FigureGrouping.UNIT,
                        month.office.roads.id().toString(),
                        Measure.PART_DUE,
                        Side.MISS,
                        month.office.officer()))
                .hasSize(1);
        refused(
                () -> bulletins.rows(
                        id, FigureGrouping.UNIT, null, Measure.PART_DUE, Side.ALL, month.office.financeHead()),
                FiguresError.NOT_YOURS);
        refused(() -> bulletins.revise(id, 4, plan, month.office.officer()), FiguresError.ISSUED_ALREADY);
        return id;
    }

    private UUID correct(UUID first) {
        LedgerBulletin before = bulletins.require(first, month.office.officer());
        month.reopen(month.office.finance, "核查发现报结不实");
        assertThat(bulletins.require(first, month.office.officer()))
                .as("the same for ever")
                .isEqualTo(before);

        refused(() -> bulletins.correct(first, " ", month.office.officer()), FiguresError.FIELD_MISSING);
        UUID second = bulletins.correct(first, "财务保障局报结不实，已退回重办", month.office.officer());
        refused(() -> bulletins.correct(first, "再来一次", month.office.officer()), FiguresError.CORRECTED_ALREADY);
        bulletins.issue(second, 1, InventedMonth.CHINESE, month.office.director());
        LedgerBulletin corrected = bulletins.require(second, month.office.officer());
        assertThat(corrected.sequence()).isEqualTo(before.sequence());
        assertThat(corrected.edition()).isEqualTo(2);
        FrozenContent content = Objects.requireNonNull(corrected.content());
        assertThat(content.changes())
                .contains(new FigureChange("单位", "财务保障局", "超期天数", "8", "19"))
                .noneMatch(change -> change.line().equals("道路养护局"));
        assertThat(bulletins.require(first, month.office.officer()).correctedById())
                .isEqualTo(second);
        return second;
    }

    private void theSealIsSeenToBreak(UUID id) {
        jdbc.sql("alter table ledger.bulletin disable trigger bulletin_immutable")
                .update();
        String stored = jdbc.sql("select evidence from ledger.bulletin where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        write(id, stored.replaceFirst("\"hit\":false", "\"hit\":true"));
        assertThat(bulletins.require(id, month.office.officer()).fits()).isFalse();
        write(id, stored);
        jdbc.sql("alter table ledger.bulletin enable trigger bulletin_immutable")
                .update();
        assertThat(bulletins.require(id, month.office.officer()).fits()).isTrue();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> write(id, stored));
    }

    private void write(UUID id, String evidence) {
        jdbc.sql("update ledger.bulletin set evidence = :evidence where id = :id")
                .param("evidence", evidence)
                .param("id", id)
                .update();
    }

    private static FrozenLine line(LedgerBulletin bulletin, Unit unit) {
        return Objects.requireNonNull(bulletin.content()).tables().get(0).lines().stream()
                .filter(line -> line.key().equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ThrowingCallable call, FiguresError error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
