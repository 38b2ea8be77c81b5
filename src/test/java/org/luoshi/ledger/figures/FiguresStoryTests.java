package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.UnitService;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of one item and three units, counted by hand: March 2031, when nobody else does anything. */
@WholeHouse
class FiguresStoryTests {

    private static final FiguresPeriod MARCH = new FiguresPeriod(LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 31));
    private static final Locale CHINESE = Texts.SIMPLIFIED;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private UnitService unitService;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps items;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private AssignmentSteps assignments;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private RequestService requests;

    @Autowired
    private LedgerFigures figures;

    @Autowired
    private FactStore store;

    @Autowired
    private FigureTotals totals;

    @Autowired
    private LedgerBulletins bulletins;

    @Autowired
    private Assessments assessments;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ZoneId zone;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private UUID itemId = new UUID(0, 0);
    private UUID doubleId = new UUID(0, 0);
    private UUID firstReportId = new UUID(0, 0);

    @BeforeEach
    void anOffice() {
        clock.set("2031-03-03T09:00:00+08:00");
        office = InventedOffice.in(organization, access);
    }

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @Test
    void aMonthIsCountedByTheRulesFrozenCorrectedAndAssessed() {
        Unit renamed = unit("云泽省旧名局", "旧名局");
        Unit merged = unit("云泽省待并局", "待并局");
        liveTheMonth();
        countTheMonth();
        lookBackTo14March();
        fileAnItemThatIsNeverSent();

        clock.set("2031-04-02T09:00:00+08:00");
        rename(renamed, "云泽省新名局", "新名局");
        organization.mergeUnit(merged.id(), renamed.id(), LocalDate.of(2031, 4, 2), Actor.system());
        unitsAreNamedAsTheyWereCalledThen(renamed, merged);
        UUID first = freeze(renamed);
        whatComesInAprilIsNoDayOfMarch();
        UUID second = correct(first);
        whatIsClosedInAprilWasOpenInMarch();
        theSealIsSeenToBreak(second);
        assess();
        assertThat(totals.differences()).isZero();
    }

    private void liveTheMonth() {
        itemId = filed("修订防汛应急预案", office.planning, office.finance, office.roads);
        step(ItemStep.ISSUE, office.officer());
        sign(office.planning, office.planningLiaison());
        sign(office.roads, office.roadsLiaison());

        clock.set("2031-03-05T10:00:00+08:00");
        sign(office.finance, office.financeLiaison());
        firstReportId = report(office.planning, FeedbackKind.FIRST, office.planningLiaison(), office.planningHead());

        clock.set("2031-03-06T10:00:00+08:00");
        extend();
        clock.set("2031-03-18T10:00:00+08:00");
        UUID thin = report(office.planning, FeedbackKind.FINAL, office.planningLiaison(), office.planningHead());
        review.decide(
                thin,
                part(office.planning).id(),
                FeedbackStep.RETURN,
                StepInput.of(0, "没有实质内容").withRejectCode(RejectCode.NO_SUBSTANCE),
                office.officer());
        clock.set("2031-03-19T10:00:00+08:00");
        accept(
                report(office.planning, FeedbackKind.FINAL, office.planningLiaison(), office.planningHead()),
                office.planning);
        clock.set("2031-03-20T10:00:00+08:00");
        accept(
                report(office.finance, FeedbackKind.FINAL, office.financeLiaison(), office.financeHead()),
                office.finance);
        moveALimitWithoutApproval();
        clock.set("2031-03-25T10:00:00+08:00");
    }

    private UUID filed(String title, Unit lead, Unit... others) {
        UUID id = drafting.draft(
                new DraftItem(
                        title,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        LocalDate.of(2031, 3, 12),
                        Cycle.ONCE,
                        null,
                        lead.id(),
                        Stream.of(others)
                                .map(unit -> new DraftItem.CoUnit(unit.id(), null, null))
                                .toList(),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        step(id, ItemStep.SUBMIT, StepInput.of(version(id)), office.officer());
        step(id, ItemStep.APPROVE, StepInput.of(version(id)), office.director());
        return id;
    }

    private void fileAnItemThatIsNeverSent() {
        clock.set("2031-03-31T10:00:00+08:00");
        doubleId = filed("防汛预案修订工作", office.roads);
        assertThat(filedItems(office.roadsHead()))
                .as("nobody sent it to the unit yet")
                .containsExactly("—");
        assertThat(filedItems(office.officer())).containsExactly("防汛预案修订工作");
    }

    private List<String> filedItems(Actor viewer) {
        String roads = office.roads.id().toString();
        return figures.rows(march(), Measure.FILED, Side.ALL, roads, 10, 0, viewer).facts().stream()
                .map(Fact::title)
                .toList();
    }

    /** Somebody sets a later date: it is not what the unit is assessed on (domain rule 1.4). */
    private void moveALimitWithoutApproval() {
        UUID roads = part(office.roads).id();
        jdbc.sql("update ledger.assignment set due = due + interval '20 days' where id = :id")
                .param("id", roads)
                .update();
        jdbc.sql("""
                insert into ledger.date_change (id, item_id, assignment_id, kind, before, after, decided_by, changed_at)
                select gen_random_uuid(), item_id, id, 'BY_HAND', original_due, due, '某人', now() from ledger.assignment where id = :id
                """).param("id", roads).update();
    }

    private void extend() {
        UUID request = requests.ask(
                itemId,
                new NewRequest(
                        RequestKind.EXTENSION,
                        part(office.planning).id(),
                        "汛期提前",
                        "已完成一半",
                        LocalDate.of(2031, 3, 20),
                        null,
                        null,
                        null),
                office.planningHead());
        requests.perform(request, RequestStep.FORWARD, StepInput.of(1, "属实"), office.officer());
        requests.perform(request, RequestStep.GRANT, StepInput.of(2), office.director());
    }

    private void countTheMonth() {
        FigureTable table = figures.table(march(), CHINESE, office.officer());
        FigureLine planning = line(table, office.planning);
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

        FigureLine finance = line(table, office.finance);
        assertThat(finance.written(Indicator.FILED)).as("counts for the lead").isEqualTo("0");
        assertThat(finance.written(Indicator.ON_TIME_RATE))
                .as("the co-unit's own delay")
                .isEqualTo("0.0%");
        assertThat(finance.written(Indicator.OVERDUE_DAYS)).isEqualTo("8");
        assertThat(finance.written(Indicator.SIGN_RATE)).isEqualTo("0.0%");
        assertThat(finance.written(Indicator.REPORT_RATE)).isEqualTo("0.0%");

        FigureLine roads = line(table, office.roads);
        assertThat(roads.written(Indicator.ON_TIME_RATE))
                .as("late and still open")
                .isEqualTo("0.0%");
        assertThat(roads.written(Indicator.OVERDUE_DAYS)).isEqualTo("13");
        assertThat(roads.written(Indicator.RETURN_RATE)).isEqualTo("—");
        assertThat(figures.rows(march(), Measure.PART_DUE, Side.MISS, null, 10, 0, office.officer())
                        .count())
                .isEqualTo(2);

        FigureTable own = figures.table(march(), CHINESE, office.financeHead());
        assertThat(own.lines()).extracting(line -> line.line().name()).containsExactly("财务保障局");
        assertThat(figures.rows(march(), Measure.PART_DUE, Side.ALL, null, 10, 0, office.financeHead())
                        .count())
                .isEqualTo(1);
        refused(() -> figures.table(march(), CHINESE, Actor.system()), FiguresError.NOT_YOURS);
    }

    private void lookBackTo14March() {
        FigureTable then = figures.table(asOf(LocalDate.of(2031, 3, 14)), CHINESE, office.officer());
        assertThat(line(then, office.planning).written(Indicator.ON_TIME_RATE))
                .as("extended, and the new limit had not passed")
                .isEqualTo("—");
        assertThat(line(then, office.finance).written(Indicator.OVERDUE_DAYS))
                .as("as it was read on the day itself")
                .isEqualTo("2");
        assertThat(line(then, office.finance).of(Measure.REVIEWED)).isEqualTo(FigureSum.NONE);
        FigureTable before = figures.table(asOf(LocalDate.of(2031, 3, 4)), CHINESE, office.officer());
        assertThat(line(before, office.finance).written(Indicator.SIGN_RATE)).isEqualTo("0.0%");
        assertThat(line(before, office.planning).of(Measure.EXTENDED)).isEqualTo(FigureSum.NONE);
        refused(() -> figures.table(asOf(LocalDate.of(2031, 3, 25)), CHINESE, office.officer()), FiguresError.NO_PAST);
    }

    private void unitsAreNamedAsTheyWereCalledThen(Unit renamed, Unit merged) {
        FigureTable march = figures.table(march(), CHINESE, office.officer());
        assertThat(line(march, renamed).line())
                .isEqualTo(new NamedLine(renamed.id().toString(), "云泽省旧名局", "新名局", false));
        assertThat(line(march, renamed).written(Indicator.ISSUED))
                .as("nothing is 0")
                .isEqualTo("0");
        assertThat(line(march, merged).line())
                .isEqualTo(new NamedLine(merged.id().toString(), "待并局", "新名局", true));
        FiguresPeriod april = new FiguresPeriod(LocalDate.of(2031, 4, 3), LocalDate.of(2031, 4, 30));
        FigureTable later = figures.table(FiguresQuestion.of(april, FigureGrouping.UNIT), CHINESE, office.officer());
        assertThat(line(later, renamed).line().name()).isEqualTo("新名局");
        assertThat(later.lines())
                .noneMatch(line -> line.line().key().equals(merged.id().toString()));
    }

    private UUID freeze(Unit renamed) {
        BulletinPlan plan = new BulletinPlan(
                "三月督查通报", MARCH, List.of(FigureGrouping.UNIT, FigureGrouping.MONTH), Map.of("ALL", "总体平稳"), false);
        refused(() -> bulletins.draft(plan, office.financeHead()), FiguresError.NOT_YOURS);
        UUID id = bulletins.draft(plan, office.officer());
        refused(() -> bulletins.require(id, office.financeHead()), FiguresError.UNKNOWN);
        refused(() -> bulletins.issue(id, 1, CHINESE, office.officer()), FiguresError.NOT_YOURS);
        bulletins.revise(id, 1, plan, office.director());
        refused(() -> bulletins.issue(id, 2, CHINESE, office.director()), FiguresError.SECOND_PERSON);
        bulletins.revise(id, 2, plan, office.officer());
        refused(() -> bulletins.issue(id, 2, CHINESE, office.director()), FiguresError.CHANGED_MEANWHILE);
        bulletins.issue(id, 3, CHINESE, office.director());

        LedgerBulletin issued = bulletins.require(id, office.financeHead());
        assertThat(issued.fits()).isTrue();
        FrozenLine roads = line(issued, office.roads);
        assertThat(roads.of(Indicator.OVERDUE_DAYS).written())
                .as("up to the last day of March, whenever it is issued")
                .isEqualTo("19");
        assertThat(line(issued, renamed).name()).isEqualTo("云泽省旧名局（现名新名局）");
        assertThat(bulletins.rows(
                        id,
                        FigureGrouping.UNIT,
                        office.roads.id().toString(),
                        Measure.PART_DUE,
                        Side.MISS,
                        office.officer()))
                .hasSize(1);
        refused(
                () -> bulletins.rows(id, FigureGrouping.UNIT, null, Measure.PART_DUE, Side.ALL, office.financeHead()),
                FiguresError.NOT_YOURS);
        refused(() -> bulletins.revise(id, 4, plan, office.officer()), FiguresError.ISSUED_ALREADY);
        return id;
    }

    private void whatComesInAprilIsNoDayOfMarch() {
        clock.set("2031-04-03T10:00:00+08:00");
        accept(report(office.roads, FeedbackKind.FINAL, office.roadsLiaison(), office.roadsHead()), office.roads);
        assertThat(roads(MARCH, FigureGrouping.UNIT)).isEqualTo("19");
        assertThat(roads(new FiguresPeriod(LocalDate.of(2031, 3, 2), MARCH.to()), FigureGrouping.UNIT))
                .as("not from the totals")
                .isEqualTo("19");
        assertThat(roads(new FiguresPeriod(MARCH.from(), LocalDate.of(2031, 4, 30)), FigureGrouping.UNIT))
                .isEqualTo("22");
        assertThat(figures.rows(
                                march(),
                                Measure.PART_DUE,
                                Side.MISS,
                                office.roads.id().toString(),
                                10,
                                0,
                                office.officer())
                        .facts())
                .extracting(Fact::amount)
                .containsExactly(BigDecimal.valueOf(19));
        proveTheSums();
    }

    private String roads(FiguresPeriod period, FigureGrouping grouping) {
        FigureTable table = figures.table(FiguresQuestion.of(period, grouping), CHINESE, office.officer());
        return line(table, office.roads).written(Indicator.OVERDUE_DAYS);
    }

    private void proveTheSums() {
        for (FigureGrouping grouping : FigureGrouping.values()) {
            FiguresQuestion question = march().by(grouping);
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
        clock.set("2031-04-03T11:00:00+08:00");
        accept(firstReportId, office.planning);
        step(itemId, ItemStep.PROPOSE_CLOSE, StepInput.of(version(itemId), "各单位均已报结"), office.officer());
        step(itemId, ItemStep.CONFIRM_CLOSE, StepInput.of(version(itemId)), office.director());
        FigureTable march = figures.table(march(), CHINESE, office.officer());
        assertThat(line(march, office.planning).of(Measure.FILED).judged()).isEqualTo(1);
        assertThat(line(march, office.planning).written(Indicator.CLOSE_RATE)).isEqualTo("0.0%");
        FiguresPeriod longer = new FiguresPeriod(MARCH.from(), LocalDate.of(2031, 4, 30));
        FigureTable both = figures.table(FiguresQuestion.of(longer, FigureGrouping.UNIT), CHINESE, office.officer());
        assertThat(line(both, office.planning).written(Indicator.CLOSE_RATE)).isEqualTo("100.0%");
        proveTheSums();
    }

    private UUID correct(UUID first) {
        LedgerBulletin before = bulletins.require(first, office.officer());
        step(doubleId, ItemStep.MERGE, StepInput.of(version(doubleId), "同一件事").withItem(itemId), office.officer());
        assertThat(bulletins.require(first, office.officer()))
                .as("the same for ever")
                .isEqualTo(before);

        refused(() -> bulletins.correct(first, " ", office.officer()), FiguresError.FIELD_MISSING);
        UUID second = bulletins.correct(first, "重复立项，已并案", office.officer());
        refused(() -> bulletins.correct(first, "再来一次", office.officer()), FiguresError.CORRECTED_ALREADY);
        bulletins.issue(second, 1, CHINESE, office.director());
        LedgerBulletin corrected = bulletins.require(second, office.officer());
        assertThat(corrected.sequence()).isEqualTo(before.sequence());
        assertThat(corrected.edition()).isEqualTo(2);
        FrozenContent content = Objects.requireNonNull(corrected.content());
        assertThat(content.changes()).contains(new FigureChange("单位", "道路养护局", "办结率", "0.0%（0/1）", "—"));
        assertThat(content.changes()).noneMatch(change -> change.indicator().equals("超期天数"));
        assertThat(content.changes()).noneMatch(change -> change.line().equals("财务保障局"));
        assertThat(bulletins.require(first, office.officer()).correctedById()).isEqualTo(second);
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
        assertThat(bulletins.require(id, office.officer()).fits()).isFalse();
        write(id, stored);
        jdbc.sql("alter table ledger.bulletin enable trigger bulletin_immutable")
                .update();
        assertThat(bulletins.require(id, office.officer()).fits()).isTrue();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> write(id, stored));
    }

    private void write(UUID id, String evidence) {
        jdbc.sql("update ledger.bulletin set evidence = :evidence where id = :id")
                .param("evidence", evidence)
                .param("id", id)
                .update();
    }

    private void assess() {
        LocalDate today = LocalDate.of(2031, 4, 3);
        refused(() -> assessments.scores(today, null, CHINESE, office.officer()), FiguresError.SWITCHED_OFF);
        refused(() -> assessments.turn(true, "试行", office.officer()), FiguresError.NOT_YOURS);
        refused(() -> assessments.turn(true, "", office.director()), FiguresError.FIELD_MISSING);
        assessments.turn(true, "四月二日主任办公会议定", office.director());
        try {
            objectAndAnswer(today);
            recompute(today);
        } finally {
            assessments.turn(false, "测试结束", office.director());
        }
    }

    private void objectAndAnswer(LocalDate today) {
        UnitScore score = assessments.score(office.finance.id(), today, null, CHINESE, office.financeHead());
        assertThat(score.points()).isEqualByComparingTo("97");
        assertThat(score.entries())
                .extracting(ScoreEntry::event)
                .containsExactlyInAnyOrder(
                        AssessmentEvent.SIGNED_LATE, AssessmentEvent.REPORTED_LATE, AssessmentEvent.DONE_LATE);
        refused(
                () -> assessments.score(office.roads.id(), today, null, CHINESE, office.financeHead()),
                FiguresError.UNKNOWN);
        ScoreEntry late = score.entries().stream()
                .filter(entry -> entry.event() == AssessmentEvent.DONE_LATE)
                .findFirst()
                .orElseThrow();
        refused(() -> object(late, office.financeLiaison()), FiguresError.NOT_YOURS);
        UUID id = object(late, office.financeHead());
        refused(() -> object(late, office.financeHead()), FiguresError.OBJECTED_ALREADY);
        assertThat(obligations.find(List.of(id))).singleElement().satisfies(owed -> {
            assertThat(owed.due())
                    .isEqualTo(LocalDate.of(2031, 5, 3)
                            .atTime(23, 59, 59)
                            .atZone(zone)
                            .toInstant());
        });
        refused(() -> assessments.answer(id, true, "属实", office.officer()), FiguresError.NOT_YOURS);
        assessments.answer(id, true, "系统故障，非该局责任", office.director());
        assertThat(queries.history(itemId, 500, office.roadsHead()))
                .as("no matter of the other units")
                .noneMatch(line -> line.subjectKind().equals("ledger.assessment"));
        refused(() -> assessments.answer(id, false, "改了", office.director()), FiguresError.ANSWERED_ALREADY);
        assertThat(obligations.find(List.of(id)))
                .extracting(owed -> owed.state())
                .containsExactly(ObligationState.MET);
        UnitScore after = assessments.score(office.finance.id(), today, null, CHINESE, office.officer());
        assertThat(after.points()).isEqualByComparingTo("99");
        assertThat(after.entries())
                .filteredOn(entry -> entry.nth() == 0)
                .singleElement()
                .satisfies(entry -> assertThat(entry.objection())
                        .extracting(AssessmentObjection::answer)
                        .isEqualTo("系统故障，非该局责任"));
    }

    private UUID object(ScoreEntry entry, Actor actor) {
        return assessments.object(
                office.finance.id(),
                entry.event(),
                entry.fact().subjectId(),
                entry.fact().assignmentId(),
                2031,
                "系统登录不上",
                actor);
    }

    private void recompute(LocalDate today) {
        RuleLine harder = new RuleLine(AssessmentEvent.SIGNED_LATE, List.of(new BigDecimal("-7")), null);
        AssessmentRules rules = new AssessmentRules(
                0,
                LocalDate.of(2031, 4, 1),
                "加重",
                BigDecimal.valueOf(100),
                List.of(harder),
                "会议议定",
                "",
                clock.instant());
        refused(() -> assessments.addRules(rules, office.officer()), FiguresError.NOT_YOURS);
        int version = assessments.addRules(rules, office.director());
        assertThat(assessments
                        .score(office.finance.id(), today, null, CHINESE, office.officer())
                        .points())
                .isEqualByComparingTo("93");
        assertThat(assessments
                        .score(office.finance.id(), today, version - 1, CHINESE, office.officer())
                        .points())
                .as("by yesterday's rules")
                .isEqualByComparingTo("99");
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

    private static FiguresQuestion march() {
        return FiguresQuestion.of(MARCH, FigureGrouping.UNIT);
    }

    /** As the page asks it. */
    private FiguresQuestion asOf(LocalDate day) {
        String from = MARCH.from().toString();
        FiguresForm form = new FiguresForm(from, MARCH.to().toString(), null, null, null, null, null, day.toString());
        return form.question(day, zone, null);
    }

    private static FigureLine line(FigureTable table, Unit unit) {
        return table.lines().stream()
                .filter(line -> line.line().key().equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static FrozenLine line(LedgerBulletin bulletin, Unit unit) {
        return Objects.requireNonNull(bulletin.content()).tables().get(0).lines().stream()
                .filter(line -> line.key().equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private UUID report(Unit unit, FeedbackKind kind, Actor liaison, Actor head) {
        List<NewFeedback.Proof> proofs = requirements().stream()
                .map(point -> new NewFeedback.Proof(point, null, "见印发文件"))
                .toList();
        UUID id = feedback.draft(new NewFeedback(List.of(part(unit).id()), kind, "进展情况", null, null, proofs), liaison);
        feedback.perform(id, FeedbackStep.SEND_TO_HEAD, StepInput.of(1), liaison);
        feedback.perform(id, FeedbackStep.SIGN_OFF, StepInput.of(2), head);
        return id;
    }

    private List<UUID> requirements() {
        return jdbc.sql("select id from ledger.requirement where item_id = :id")
                .param("id", itemId)
                .query(UUID.class)
                .list();
    }

    private void accept(UUID feedbackId, Unit unit) {
        review.decide(feedbackId, part(unit).id(), FeedbackStep.ACCEPT, StepInput.of(0), office.officer());
    }

    private void sign(Unit unit, Actor actor) {
        ItemDetail.UnitPart part = part(unit);
        assignments.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
    }

    private void step(ItemStep step, Actor actor) {
        step(itemId, step, StepInput.of(version(itemId)), actor);
    }

    private void step(UUID item, ItemStep step, StepInput input, Actor actor) {
        items.perform(item, step, input, actor);
    }

    private int version(UUID item) {
        return queries.detail(item, CHINESE, office.officer()).item().version();
    }

    private ItemDetail detail() {
        return queries.detail(itemId, CHINESE, office.officer());
    }

    private ItemDetail.UnitPart part(Unit unit) {
        return detail().units().stream()
                .filter(part -> part.unit().equals(unit.shortName()))
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
