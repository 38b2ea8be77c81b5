package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A unit is assessed on a month, objects, and is answered. */
@WholeHouse
class AssessmentStoryTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Assessments assessments;

    @Autowired
    private ObjectionLimits limits;

    @Autowired
    private LedgerSettings settings;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private ObligationsApi obligations;

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
        month = new InventedMonth(house, 2042);
        month.live();
    }

    @Test
    void aYearIsAssessedOnlyWhenTheDirectorSaysSo() {
        month.itIs("04-03T10:00");
        LocalDate today = month.day(4, 3);
        refused(
                () -> assessments.scores(today, null, InventedMonth.CHINESE, month.office.officer()),
                FiguresError.SWITCHED_OFF);
        refused(() -> assessments.turn(true, "试行", month.office.officer()), FiguresError.NOT_YOURS);
        refused(() -> assessments.turn(true, "", month.office.director()), FiguresError.FIELD_MISSING);
        assessments.turn(true, "四月二日主任办公会议定", month.office.director());
        try {
            objectAndAnswer(today);
            recompute(today);
            objectWithinThirtyDaysOnly(today);
        } finally {
            assessments.turn(false, "测试结束", month.office.director());
        }
    }

    /** From the day on which the assessment was turned on: it was later than the event. */
    private void objectWithinThirtyDaysOnly(LocalDate today) {
        ScoreEntry late = entry(AssessmentEvent.SIGNED_LATE, today);
        month.itIs("05-04T00:30");
        assertThat(limits.now().isOver(late.fact())).isTrue();
        refused(() -> object(late, month.office.financeHead()), FiguresError.OBJECTION_TOO_LATE);
        settings.set(LedgerSetting.OBJECTION_DAYS, 0, month.office.director());
        assertThat(limits.now().last(late.fact())).as("no limit is set").isNull();
        settings.set(LedgerSetting.OBJECTION_DAYS, LedgerSetting.OBJECTION_DAYS.standard(), month.office.director());
        month.itIs("05-03T23:30");
        assertThat(object(late, month.office.financeHead())).isNotNull();
    }

    private ScoreEntry entry(AssessmentEvent event, LocalDate today) {
        return assessments
                .score(month.office.finance.id(), today, 1, InventedMonth.CHINESE, month.office.financeHead())
                .entries()
                .stream()
                .filter(entry -> entry.event() == event)
                .findFirst()
                .orElseThrow();
    }

    private void objectAndAnswer(LocalDate today) {
        UnitScore score = assessments.score(
                month.office.finance.id(), today, null, InventedMonth.CHINESE, month.office.financeHead());
        assertThat(score.points()).isEqualByComparingTo("97");
        assertThat(score.entries())
                .extracting(ScoreEntry::event)
                .containsExactlyInAnyOrder(
                        AssessmentEvent.SIGNED_LATE, AssessmentEvent.REPORTED_LATE, AssessmentEvent.DONE_LATE);
        refused(
                () -> assessments.score(
                        month.office.roads.id(), today, null, InventedMonth.CHINESE, month.office.financeHead()),
                FiguresError.UNKNOWN);
        ScoreEntry late = score.entries().stream()
                .filter(entry -> entry.event() == AssessmentEvent.DONE_LATE)
                .findFirst()
                .orElseThrow();
        refused(() -> object(late, month.office.financeLiaison()), FiguresError.NOT_YOURS);
        UUID id = object(late, month.office.financeHead());
        refused(() -> object(late, month.office.financeHead()), FiguresError.OBJECTED_ALREADY);
        assertThat(obligations.find(List.of(id))).singleElement().satisfies(owed -> {
            assertThat(owed.due())
                    .isEqualTo(month.day(5, 3).atTime(23, 59, 59).atZone(zone).toInstant());
        });
        refused(() -> assessments.answer(id, true, "属实", month.office.officer()), FiguresError.NOT_YOURS);
        assessments.answer(id, true, "系统故障，非该局责任", month.office.director());
        assertThat(queries.history(month.itemId, 500, month.office.roadsHead()))
                .as("no matter of the other units")
                .noneMatch(line -> line.subjectKind().equals("ledger.assessment"));
        refused(() -> assessments.answer(id, false, "改了", month.office.director()), FiguresError.ANSWERED_ALREADY);
        assertThat(obligations.find(List.of(id)))
                .extracting(owed -> owed.state())
                .containsExactly(ObligationState.MET);
        UnitScore after = assessments.score(
                month.office.finance.id(), today, null, InventedMonth.CHINESE, month.office.officer());
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
                month.office.finance.id(),
                entry.event(),
                entry.fact().subjectId(),
                entry.fact().assignmentId(),
                month.period.from().getYear(),
                "系统登录不上",
                actor);
    }

    private void recompute(LocalDate today) {
        RuleLine harder = new RuleLine(AssessmentEvent.SIGNED_LATE, List.of(new BigDecimal("-7")), null);
        AssessmentRules rules = new AssessmentRules(
                0, month.day(4, 1), "加重", BigDecimal.valueOf(100), List.of(harder), "会议议定", "", clock.instant());
        refused(() -> assessments.addRules(rules, month.office.officer()), FiguresError.NOT_YOURS);
        int version = assessments.addRules(rules, month.office.director());
        assertThat(assessments
                        .score(month.office.finance.id(), today, null, InventedMonth.CHINESE, month.office.officer())
                        .points())
                .isEqualByComparingTo("93");
        assertThat(assessments
                        .score(
                                month.office.finance.id(),
                                today,
                                version - 1,
                                InventedMonth.CHINESE,
                                month.office.officer())
                        .points())
                .as("by yesterday's rules")
                .isEqualByComparingTo("99");
    }

    private static void refused(ThrowingCallable call, FiguresError error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
