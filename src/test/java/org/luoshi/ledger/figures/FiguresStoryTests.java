package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.UnitService;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of one item and three units, counted by hand. */
@WholeHouse
class FiguresStoryTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private UnitService unitService;

    @Autowired
    private LedgerFigures figures;

    @Autowired
    private FactStore store;

    @Autowired
    private FigureTotals totals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ZoneId zone;

    @Autowired
    private TestClock clock;

    private InventedMonth month;

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @BeforeEach
    void aMonth() {
        month = new InventedMonth(house, 2031);
        month.live();
    }

    @Test
    void aMonthIsCountedByTheRules() {
        Unit renamed = unit("云泽省旧名局", "旧名局");
        Unit merged = unit("云泽省待并局", "待并局");
        countTheMonth();
        lookBackTo14March();
        fileAnItemThatIsNeverSent();

        month.itIs("04-02T09:00");
        rename(renamed, "云泽省新名局", "新名局");
        organization.mergeUnit(merged.id(), renamed.id(), month.day(4, 2), Actor.system());
        unitsAreNamedAsTheyWereCalledThen(renamed, merged);
        whatComesInAprilIsNoDayOfMarch();
        whatIsClosedInAprilWasOpenInMarch();
        assertThat(totals.differences()).isZero();
    }

    private void countTheMonth() {
        FigureTable table = figures.table(month.question(), InventedMonth.CHINESE, month.office.officer());
        FigureLine planning = InventedMonth.line(table, month.office.planning);
        assertThat(planning.written(Indicator.FILED)).isEqualTo("1");
        assertThat(planning.written(Indicator.ON_TIME_RATE))
                .as("within the granted extension")
                .isEqualTo("100.0%");
        assertThat(planning.written(Indicator.OVERDUE_DAYS)).isEqualTo("0");
        assertThat(planning.written(Indicator.SIGN_RATE)).isEqualTo("100.0%");
        assertThat(planning.written(Indicator.REPORT_RATE)).isEqualTo("100.0%");
        assertThat(planning.written(Indicator.RETURN_RATE)).isEqualTo("50.0%");
        assertThat(planning.written(Indicator.EXTENSIONS)).isEqualTo("1");
        assertThat(planning.written(Indicator.EXTENSION_RATE)).isEqualTo("100.0%");
        assertThat(planning.written(Indicator.CLOSE_RATE)).isEqualTo("0.0%");
        assertThat(planning.written(Indicator.DURATION))
                .as("nothing closed is not zero days")
                .isEqualTo("—");

        FigureLine finance = InventedMonth.line(table, month.office.finance);
        assertThat(finance.written(Indicator.FILED)).as("counts for the lead").isEqualTo("0");
        assertThat(finance.written(Indicator.ON_TIME_RATE))
                .as("the co-unit's own delay")
                .isEqualTo("0.0%");
        assertThat(finance.written(Indicator.OVERDUE_DAYS)).isEqualTo("8");
        assertThat(finance.written(Indicator.SIGN_RATE)).isEqualTo("0.0%");
        assertThat(finance.written(Indicator.REPORT_RATE)).isEqualTo("0.0%");

        FigureLine roads = InventedMonth.line(table, month.office.roads);
        assertThat(roads.written(Indicator.ON_TIME_RATE))
                .as("late and still open")
                .isEqualTo("0.0%");
        assertThat(roads.written(Indicator.OVERDUE_DAYS)).isEqualTo("13");
        assertThat(roads.written(Indicator.RETURN_RATE)).isEqualTo("—");
        assertThat(figures.rows(month.question(), Measure.PART_DUE, Side.MISS, null, 10, 0, month.office.officer())
                        .count())
                .isEqualTo(2);

        FigureTable own = figures.table(month.question(), InventedMonth.CHINESE, month.office.financeHead());
        assertThat(own.lines()).extracting(line -> line.line().name()).containsExactly("财务保障局");
        assertThat(figures.rows(month.question(), Measure.PART_DUE, Side.ALL, null, 10, 0, month.office.financeHead())
                        .count())
                .isEqualTo(1);
        refused(() -> figures.table(month.question(), InventedMonth.CHINESE, Actor.system()), FiguresError.NOT_YOURS);
    }

    private void lookBackTo14March() {
        FigureTable then = figures.table(asOf(month.day(3, 14)), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(then, month.office.planning).written(Indicator.ON_TIME_RATE))
                .as("extended, and the new limit had not passed")
                .isEqualTo("—");
        assertThat(InventedMonth.line(then, month.office.finance).written(Indicator.OVERDUE_DAYS))
                .as("as it was read on the day itself")
                .isEqualTo("2");
        assertThat(InventedMonth.line(then, month.office.finance).of(Measure.REVIEWED))
                .isEqualTo(FigureSum.NONE);
        FigureTable before = figures.table(asOf(month.day(3, 4)), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(before, month.office.finance).written(Indicator.SIGN_RATE))
                .isEqualTo("0.0%");
        assertThat(InventedMonth.line(before, month.office.planning).of(Measure.EXTENDED))
                .isEqualTo(FigureSum.NONE);
        refused(
                () -> figures.table(asOf(month.day(3, 25)), InventedMonth.CHINESE, month.office.officer()),
                FiguresError.NO_PAST);
    }

    private void fileAnItemThatIsNeverSent() {
        month.itIs("03-31T10:00");
        month.filed("防汛预案修订工作", month.office.roads);
        assertThat(filedItems(month.office.roadsHead()))
                .as("nobody sent it to the unit yet")
                .containsExactly("—");
        assertThat(filedItems(month.office.officer())).containsExactly("防汛预案修订工作");
    }

    private List<String> filedItems(Actor viewer) {
        String roads = month.office.roads.id().toString();
        return figures.rows(month.question(), Measure.FILED, Side.ALL, roads, 10, 0, viewer).facts().stream()
                .map(Fact::title)
                .toList();
    }

    private void unitsAreNamedAsTheyWereCalledThen(Unit renamed, Unit merged) {
        FigureTable march = figures.table(month.question(), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(march, renamed).line())
                .isEqualTo(new NamedLine(renamed.id().toString(), "云泽省旧名局", "新名局", false));
        assertThat(InventedMonth.line(march, renamed).written(Indicator.ISSUED))
                .as("nothing is 0")
                .isEqualTo("0");
        assertThat(InventedMonth.line(march, merged).line())
                .isEqualTo(new NamedLine(merged.id().toString(), "待并局", "新名局", true));
        FiguresPeriod april = new FiguresPeriod(month.day(4, 3), month.day(4, 30));
        FigureTable later = figures.table(
                FiguresQuestion.of(april, FigureGrouping.UNIT), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(later, renamed).line().name()).isEqualTo("新名局");
        assertThat(later.lines())
                .noneMatch(line -> line.line().key().equals(merged.id().toString()));
    }

    private void whatComesInAprilIsNoDayOfMarch() {
        month.itIs("04-03T10:00");
        month.accept(
                month.report(
                        month.office.roads, FeedbackKind.FINAL, month.office.roadsLiaison(), month.office.roadsHead()),
                month.office.roads);
        assertThat(roads(month.period, FigureGrouping.UNIT)).isEqualTo("19");
        assertThat(roads(new FiguresPeriod(month.day(3, 2), month.period.to()), FigureGrouping.UNIT))
                .as("not from the totals")
                .isEqualTo("19");
        assertThat(roads(new FiguresPeriod(month.period.from(), month.day(4, 30)), FigureGrouping.UNIT))
                .isEqualTo("22");
        assertThat(figures.rows(
                                month.question(),
                                Measure.PART_DUE,
                                Side.MISS,
                                month.office.roads.id().toString(),
                                10,
                                0,
                                month.office.officer())
                        .facts())
                .extracting(Fact::amount)
                .containsExactly(BigDecimal.valueOf(19));
        proveTheSums();
    }

    private String roads(FiguresPeriod period, FigureGrouping grouping) {
        FigureTable table =
                figures.table(FiguresQuestion.of(period, grouping), InventedMonth.CHINESE, month.office.officer());
        return InventedMonth.line(table, month.office.roads).written(Indicator.OVERDUE_DAYS);
    }

    private void proveTheSums() {
        for (FigureGrouping grouping : FigureGrouping.values()) {
            FiguresQuestion question = month.question().by(grouping);
            assertThat(written(store.sums(question))).isEqualTo(written(store.sumsOfFacts(question)));
        }
    }

    private static Map<String, Map<Indicator, String>> written(Map<String, Map<Measure, FigureSum>> sums) {
        Map<String, Map<Indicator, String>> written = new HashMap<>();
        sums.forEach((key, all) -> {
            for (Indicator indicator : Indicator.values()) {
                written.computeIfAbsent(key, unused -> new HashMap<>()).put(indicator, indicator.written(all));
            }
        });
        return written;
    }

    private void whatIsClosedInAprilWasOpenInMarch() {
        month.itIs("04-03T11:00");
        month.accept(month.firstReportId, month.office.planning);
        month.step(
                ItemStep.PROPOSE_CLOSE, StepInput.of(month.version(month.itemId), "各单位均已报结"), month.office.officer());
        month.step(ItemStep.CONFIRM_CLOSE, StepInput.of(month.version(month.itemId)), month.office.director());
        FigureTable march = figures.table(month.question(), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(march, month.office.planning)
                        .of(Measure.FILED)
                        .judged())
                .isEqualTo(1);
        assertThat(InventedMonth.line(march, month.office.planning).written(Indicator.CLOSE_RATE))
                .isEqualTo("0.0%");
        FiguresPeriod longer = new FiguresPeriod(month.period.from(), month.day(4, 30));
        FigureTable both = figures.table(
                FiguresQuestion.of(longer, FigureGrouping.UNIT), InventedMonth.CHINESE, month.office.officer());
        assertThat(InventedMonth.line(both, month.office.planning).written(Indicator.CLOSE_RATE))
                .isEqualTo("100.0%");
        proveTheSums();
    }

    private Unit unit(String name, String shortName) {
        return organization.addUnit(
                new NewUnit(null, null, name, shortName, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                Actor.system());
    }

    private void rename(Unit unit, String name, String shortName) {
        NewUnit wanted = new NewUnit(null, null, name, shortName, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE);
        unitService.change(unit.id(), version(unit), wanted, Actor.system());
    }

    private int version(Unit unit) {
        return jdbc.sql("select version from organization.unit where id = :id")
                .param("id", unit.id())
                .query(Integer.class)
                .single();
    }

    /** As the page asks it. */
    private FiguresQuestion asOf(LocalDate day) {
        String from = month.period.from().toString();
        FiguresForm form =
                new FiguresForm(from, month.period.to().toString(), null, null, null, null, null, day.toString());
        return form.question(day, zone, null);
    }

    private static void refused(ThrowingCallable call, FiguresError error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
