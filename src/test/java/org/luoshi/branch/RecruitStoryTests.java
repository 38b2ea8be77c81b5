package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.PeopleSweep;
import org.luoshi.branch.core.RecruitQueries;
import org.luoshi.branch.core.RecruitQueries.OnTheWay;
import org.luoshi.branch.core.RecruitService;
import org.luoshi.branch.core.RecruitStage;
import org.luoshi.branch.core.RecruitStep;
import org.luoshi.branch.core.RollReader;
import org.luoshi.branch.core.Standing;
import org.luoshi.branch.rules.Judge.TimerState;
import org.luoshi.history.HistoryApi;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The way to membership, with the time limits of the shipped rules; people decide, the product reminds. */
@WholeHouse
@Import(InventedBranch.class)
class RecruitStoryTests {

    @Autowired
    private InventedBranch invented;

    @Autowired
    private RecruitService recruits;

    @Autowired
    private RecruitQueries queries;

    @Autowired
    private RollReader rolls;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private HistoryApi history;

    @Autowired
    private PeopleSweep sweep;

    @Autowired
    private TestClock clock;

    private Made branch;
    private Actor secretary;
    private UUID person;

    @BeforeEach
    void aBranchInJanuary() {
        on("2024-01-10");
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2023, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        person = organization.addPerson("申请人甲", null, null, Actor.system()).id();
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void anApplicationLiesOnTheDeskUntilSomebodyHasTalked() {
        UUID recruit = recruits.apply(branch.id(), person, LocalDate.of(2024, 1, 5), secretary);
        assertThat(desk()).hasSize(1);
        assertThat(one().limits()).extracting(limit -> limit.rule().id()).containsExactly("D-01");
        assertThat(one().limits().get(0).due()).isEqualTo(LocalDate.of(2024, 2, 5));

        on("2024-02-06");
        assertThat(one().limits().get(0).state()).isEqualTo(TimerState.OVERDUE);
        step(recruit, RecruitStep.TALK, "2024-02-06", "");

        assertThat(desk()).isEmpty();
        assertThat(one().limits().get(0).state()).isEqualTo(TimerState.MET_LATE);
    }

    @Test
    void theWayLeadsOntoTheRollAndToFullMembership() {
        UUID recruit = recruits.apply(branch.id(), person, LocalDate.of(2024, 1, 5), secretary);
        step(recruit, RecruitStep.TALK, "2024-01-10", "");
        step(recruit, RecruitStep.BECOME_ACTIVIST, "2024-02-01", "");
        on("2024-07-20");
        sweep.run();
        assertThat(desk()).hasSize(1);
        step(recruit, RecruitStep.REVIEW, "2024-07-20", "");
        assertThat(desk()).isEmpty();
        assertThat(one().limits())
                .filteredOn(limit -> limit.rule().id().equals("D-02"))
                .extracting(RecruitQueries.Limit::due)
                .containsExactly(LocalDate.of(2025, 1, 20));

        on("2025-01-10");
        step(recruit, RecruitStep.BECOME_CANDIDATE, "2025-01-10", "");
        assertThat(one().limits())
                .filteredOn(limit -> limit.rule().id().equals("D-02b"))
                .extracting(RecruitQueries.Limit::state)
                .containsExactly(TimerState.TOO_EARLY);
        step(recruit, RecruitStep.COURSE, "2025-03-01", "");
        assertThat(rolls.branchOf(person)).isEmpty();
        step(recruit, RecruitStep.ADMIT, "2025-04-01", "");
        assertThat(roll(LocalDate.of(2025, 4, 1))).isEqualTo(Standing.PROBATIONARY);
        step(recruit, RecruitStep.REPORT, "2025-04-02", "");
        assertThat(one().limits())
                .filteredOn(limit -> limit.rule().id().equals("D-05"))
                .extracting(RecruitQueries.Limit::stop)
                .containsExactly(LocalDate.of(2025, 10, 2));
        step(recruit, RecruitStep.APPROVE, "2025-05-02", "");

        assertThatThrownBy(() -> step(recruit, RecruitStep.BECOME_FULL, "2026-04-01", " "))
                .hasMessageStartingWith("branch.people.incomplete");
        step(recruit, RecruitStep.BECOME_FULL, "2026-04-01", "机党〔2026〕7号");
        assertThat(roll(LocalDate.of(2026, 4, 1))).isEqualTo(Standing.FULL);
        assertThat(one().steps()).isEmpty();
    }

    @Test
    void whoStopsIsDeletedWhenTheTimeIsOver() {
        UUID recruit = recruits.apply(branch.id(), person, LocalDate.of(2024, 1, 5), secretary);
        step(recruit, RecruitStep.STOP, "2024-01-20", "");
        assertThat(desk()).isEmpty();
        assertThat(one().recruit().stage()).isEqualTo(RecruitStage.ENDED);

        on("2025-01-19");
        sweep.run();
        assertThat(sheet().people()).hasSize(1);
        on("2025-01-20");
        sweep.run();
        sweep.run();

        assertThat(sheet().people()).isEmpty();
        assertThat(history.of(branch.id(), 100))
                .filteredOn(line -> line.subjectKind().equals("branch.recruit"))
                .isNotEmpty()
                .noneMatch(line -> line.details().toString().contains("申请人甲")
                        || line.details().toString().contains(person.toString()));
    }

    @Test
    void nobodyIsOnTheWayTwiceAndOnlyTheCommitteeSees() {
        UUID recruit = recruits.apply(branch.id(), person, LocalDate.of(2024, 1, 5), secretary);
        assertThatThrownBy(() -> recruits.apply(branch.id(), person, LocalDate.of(2024, 1, 6), secretary))
                .hasMessageStartingWith("branch.people.recruit-already");
        assertThatThrownBy(
                        () -> recruits.apply(branch.id(), branch.members().get(6), LocalDate.of(2024, 1, 6), secretary))
                .hasMessageStartingWith("branch.people.recruit-already");
        Actor member = InventedBranch.as(branch.members().get(6));
        assertThatThrownBy(() -> queries.sheet(branch.id(), member))
                .isInstanceOf(BusinessException.class)
                .hasMessageStartingWith("branch.not-yours");
        assertThatThrownBy(() -> step(recruit, RecruitStep.ADMIT, "2024-01-10", ""))
                .hasMessageStartingWith("branch.people.step-not-open");
        assertThatThrownBy(() -> recruits.step(recruit, 9, RecruitStep.TALK, LocalDate.of(2024, 1, 9), "", secretary))
                .hasMessageStartingWith("branch.changed-meanwhile");
    }

    private void on(String day) {
        clock.set(day + "T09:00:00+08:00");
    }

    private void step(UUID recruit, RecruitStep step, String day, String reference) {
        if (LocalDate.parse(day).isAfter(LocalDate.now(clock))) {
            on(day);
        }
        recruits.step(recruit, one().recruit().version(), step, LocalDate.parse(day), reference, secretary);
    }

    private RecruitQueries.Recruits sheet() {
        return queries.sheet(branch.id(), secretary);
    }

    private OnTheWay one() {
        return sheet().people().get(0);
    }

    private Standing roll(LocalDate day) {
        assertThat(rolls.roll(branch.id()).holds(person, day)).isTrue();
        return rolls.roll(branch.id()).standingOn(person, day);
    }

    private List<Obligation> desk() {
        return obligations.openFor(secretary, 200).stream()
                .filter(owed -> owed.kindKey().equals("branch-recruit"))
                .toList();
    }
}
