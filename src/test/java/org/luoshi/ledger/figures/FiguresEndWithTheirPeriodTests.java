package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.IssuedItems;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** March 2034 stays as it ended, whatever is called off, merged, waived or moved to another unit in April. */
@WholeHouse
class FiguresEndWithTheirPeriodTests {

    private static final LocalDate DUE = LocalDate.of(2034, 3, 14);
    private static final FiguresPeriod MARCH = new FiguresPeriod(LocalDate.of(2034, 3, 1), LocalDate.of(2034, 3, 31));
    private static final FiguresPeriod NO_WHOLE_MONTH = new FiguresPeriod(LocalDate.of(2034, 3, 2), MARCH.to());

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ItemSteps items;

    @Autowired
    private AssignmentSteps assignments;

    @Autowired
    private RequestService requests;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private LedgerFigures figures;

    @Autowired
    private FactStore store;

    @Autowired
    private FigureTotals totals;

    @Autowired
    private ZoneId zone;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private IssuedItems issued;

    @BeforeEach
    void anOffice() {
        clock.set("2034-03-06T09:00:00+08:00");
        office = InventedOffice.in(organization, access);
        issued = new IssuedItems(house);
    }

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @Test
    void whatEndsInAprilStillCountsInMarch() {
        UUID kept = issued.issued(office, "三月继续办理的事项", DUE, office.planning);
        UUID calledOff = issued.issued(office, "四月撤销的事项", DUE, office.planning, office.finance);
        UUID merged = issued.issued(office, "四月并案的事项", DUE, office.roads);
        UUID waived = issued.issued(office, "四月免办协办的事项", DUE, office.planning, office.finance);
        UUID moved = issued.issued(office, "四月改派协办的事项", DUE, office.planning, office.roads);
        UUID stood = issued.issued(office, "停办后四月撤销的事项", DUE, office.finance);
        UUID gone = issued.issued(office, "三月就撤销的事项", DUE, office.roads);
        take(calledOff, office.planning, AssignmentStep.SIGN, office.planningHead());
        take(merged, office.roads, AssignmentStep.SIGN, office.roadsHead());
        take(moved, office.roads, AssignmentStep.OBJECT, office.roadsHead());
        ask(stood, RequestKind.SUSPENSION, null, office.officeLeader());
        clock.set("2034-03-28T09:00:00+08:00");
        callOff(gone);

        clock.set("2034-04-03T09:00:00+08:00");
        FigureLine finance = line(MARCH, office.finance);
        assertThat(finance.of(Measure.PART_DUE).judged())
                .as("called off and waived in April, not the one that stood still")
                .isEqualTo(2);
        assertThat(finance.of(Measure.SIGN_DUE).judged()).isEqualTo(2);
        FigureLine roads = line(MARCH, office.roads);
        assertThat(roads.of(Measure.PART_DUE).judged())
                .as("not the one called off in March")
                .isEqualTo(2);
        assertThat(roads.written(Indicator.CLOSE_RATE)).isEqualTo("0.0%");
        Map<String, String> before = march(null);

        clock.set("2034-04-10T09:00:00+08:00");
        callOff(calledOff);
        callOff(stood);
        step(merged, ItemStep.MERGE, StepInput.of(version(merged), "同一件事").withItem(kept), office.officer());
        take(waived, office.finance, AssignmentStep.WAIVE, office.officer());
        assignments.perform(
                part(moved, office.roads).id(),
                AssignmentStep.MOVE,
                StepInput.of(part(moved, office.roads).version(), "属财务保障局职责").withUnit(office.finance.id()),
                office.director());

        assertThat(march(null)).isEqualTo(before);
        assertThat(line(MARCH, office.roads).of(Measure.FILED).judged())
                .as("merged in April")
                .isEqualTo(1);
        long rows = figures.rows(question(MARCH), Measure.PART_DUE, Side.MISS, null, 50, 0, office.officer())
                .count();
        assertThat(rows).as("each with its row").isEqualTo(8);
        assertThat(totals.differences()).isZero();
        clock.set("2034-04-12T09:00:00+08:00");
        assertThat(march(LocalDate.of(2034, 4, 11))).as("as of a later day").isEqualTo(before);
        FiguresPeriod both = new FiguresPeriod(MARCH.from(), LocalDate.of(2034, 4, 30));
        assertThat(line(both, office.roads).of(Measure.FILED))
                .as("a period in which they ended")
                .isEqualTo(new FigureSum(
                        2, 0, 0, line(both, office.roads).of(Measure.FILED).amount()));
    }

    /** Every figure of every line, as totals, as facts and for a period without a whole month. */
    private Map<String, String> march(@Nullable LocalDate asOf) {
        Map<String, String> written = new HashMap<>();
        for (FigureGrouping grouping : FigureGrouping.values()) {
            FiguresQuestion asked = asked(MARCH, asOf).by(grouping);
            written(written, "totals " + grouping, store.sums(asked));
            written(
                    written,
                    "parted " + grouping,
                    store.sums(asked(NO_WHOLE_MONTH, asOf).by(grouping)));
            if (asOf == null) {
                assertThat(store.sumsOfFacts(asked))
                        .as("facts")
                        .allSatisfy((key, sums) -> assertThat(told(sums))
                                .isEqualTo(told(
                                        Objects.requireNonNull(store.sums(asked).get(key)))));
            }
        }
        return written;
    }

    private static void written(Map<String, String> into, String which, Map<String, Map<Measure, FigureSum>> sums) {
        sums.forEach((key, all) -> into.put(which + " " + key, told(all)));
    }

    private static String told(Map<Measure, FigureSum> sums) {
        StringBuilder told = new StringBuilder();
        for (Measure measure : Measure.values()) {
            FigureSum sum = sums.getOrDefault(measure, FigureSum.NONE);
            told.append(measure + " " + sum.counted() + " " + sum.judged() + " " + sum.hit() + " "
                    + sum.amount().stripTrailingZeros().toPlainString() + "; ");
        }
        return told.toString();
    }

    private FiguresQuestion asked(FiguresPeriod period, @Nullable LocalDate asOf) {
        String day = asOf == null ? null : asOf.toString();
        return new FiguresForm(period.from().toString(), period.to().toString(), null, null, null, null, null, day)
                .question(LocalDate.of(2034, 4, 12), zone, null);
    }

    private static FiguresQuestion question(FiguresPeriod period) {
        return FiguresQuestion.of(period, FigureGrouping.UNIT);
    }

    private FigureLine line(FiguresPeriod period, Unit unit) {
        return figures.table(question(period), Texts.SIMPLIFIED, office.officer()).lines().stream()
                .filter(line -> line.line().key().equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private void callOff(UUID item) {
        ask(item, RequestKind.CANCELLATION, Ending.NOT_PURSUED, office.officeLeader());
    }

    private void ask(UUID item, RequestKind kind, @Nullable Ending ending, Actor decider) {
        UUID request = requests.ask(
                item, new NewRequest(kind, null, "情况有变", null, null, null, null, ending), office.officer());
        requests.perform(request, RequestStep.GRANT, StepInput.of(1, "同意"), decider);
    }

    private void take(UUID item, Unit unit, AssignmentStep step, Actor actor) {
        ItemDetail.UnitPart part = part(item, unit);
        assignments.perform(part.id(), step, StepInput.of(part.version(), "说明"), actor);
    }

    private void step(UUID item, ItemStep step, StepInput input, Actor actor) {
        items.perform(item, step, input, actor);
    }

    private int version(UUID item) {
        return queries.detail(item, Texts.SIMPLIFIED, office.officer()).item().version();
    }

    private ItemDetail.UnitPart part(UUID item, Unit unit) {
        return queries.detail(item, Texts.SIMPLIFIED, office.officer()).units().stream()
                .filter(part -> part.unit().equals(unit.shortName()))
                .findFirst()
                .orElseThrow();
    }
}
