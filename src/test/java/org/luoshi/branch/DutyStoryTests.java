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
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.Duty;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.HealthQueries;
import org.luoshi.branch.core.TalkService;
import org.luoshi.branch.core.Trait;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the rules ask of a branch, and what answers it, on the real rules. */
@WholeHouse
@Import(InventedBranch.class)
class DutyStoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private BranchService branches;

    @Autowired
    private GroupService groups;

    @Autowired
    private TalkService talks;

    @Autowired
    private DutyService duties;

    @Autowired
    private HealthQueries health;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void middleOfJune() {
        clock.set("2026-06-15T09:00:00+08:00");
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void aThemeDayCanMeetThreeDutiesAtOnce() {
        Made branch = invented.withMembers(5);

        UUID id =
                invented.held(branch, null, LocalDate.of(2026, 5, 8), null, "THEME_DAY", "MEMBERS_MEETING", "LECTURE");

        assertThat(state(branch, "P-20", "2026-Q2")).isEqualTo(DutyState.MET);
        assertThat(state(branch, "P-25", "2026-M05")).isEqualTo(DutyState.MET);
        assertThat(duty(branch, "P-25", "2026-M05").activities()).containsExactly(id);
        Duty hours = duties(branch, "E-01").get(0);
        assertThat(hours.done()).isEqualByComparingTo("2");
        assertThat(hours.activities()).containsExactly(id);
    }

    @Test
    void aMonthWithoutItsThemeDayIsOverdueAndMayBeExcused() {
        Made branch = invented.withMembers(5);
        assertThat(state(branch, "P-25", "2026-M04")).isEqualTo(DutyState.OVERDUE);

        duties.excuse(duty(branch, "P-25", "2026-M04").id(), "防汛抢险，全员在岗", Actor.system());

        assertThat(state(branch, "P-25", "2026-M04")).isEqualTo(DutyState.EXCUSED);
    }

    @Test
    void whatARuleSaysMustCannotBeExcused() {
        Made branch = invented.withMembers(5);
        UUID life = duty(branch, "P-27", "2026").id();

        assertThatThrownBy(() -> duties.excuse(life, "太忙", Actor.system()))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("branch.must-cannot-be-excused");
    }

    @Test
    void aMeetingOfTheFourthQuarterHeldInJanuaryIsLate() {
        clock.set("2026-02-02T09:00:00+08:00");
        Made branch = invented.withMembers(5);

        invented.held(branch, null, LocalDate.of(2026, 1, 20), LocalDate.of(2025, 12, 31), "LIFE_MEETING");

        assertThat(duties(branch, "P-27b", 2025).get(0).state(TODAY)).isEqualTo(DutyState.MET_LATE);
        assertThat(duties(branch, "P-27", 2025).get(0).state(TODAY)).isEqualTo(DutyState.MET_LATE);
        assertThat(duties(branch, "P-27", 2026).get(0).state(TODAY)).isEqualTo(DutyState.OPEN);
    }

    @Test
    void committeeMeetingsAreDueFromTheElectionOn() {
        Made branch = invented.withMembers(6);
        UUID seventh = invented.join(branch.id(), "第七人", LocalDate.of(2026, 5, 1));
        assertThat(duties(branch, "P-21")).isEmpty();

        invented.electCommittee(branch, LocalDate.of(2026, 5, 1));

        assertThat(seventh).isNotNull();
        assertThat(duties(branch, "P-21"))
                .extracting(Duty::period)
                .startsWith("2026-M05", "2026-M06")
                .doesNotContain("2026-M04");
    }

    @Test
    void aGroupFoundedWithinAMonthOwesNothingForThatMonth() {
        Made branch = invented.withMembers(5);

        UUID group = groups.add(
                branch.id(),
                "第一党小组",
                null,
                branch.members().get(0),
                branch.members(),
                LocalDate.of(2026, 4, 10),
                Actor.system());

        assertThat(duties(branch, "P-22"))
                .allMatch(duty -> duty.subjectId().equals(group))
                .extracting(Duty::period)
                .startsWith("2026-M05")
                .doesNotContain("2026-M04");
    }

    @Test
    void talksAreOwedByPersonAndNotByPair() {
        Made branch = invented.withMembers(23);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));

        List<Duty> owed = duties(branch, "P-32");
        assertThat(owed).hasSizeLessThan(50);
        assertThat(owed.stream().map(Duty::subjectId).distinct()).hasSize(23);

        UUID secretary = branch.members().get(0);
        UUID member = branch.members().get(10);
        talks.talk(branch.id(), secretary, member, LocalDate.of(2026, 6, 1), "", InventedBranch.as(secretary));
        assertThat(duties(branch, "P-32").stream()
                        .filter(duty -> duty.metOn() != null)
                        .map(Duty::subjectId))
                .containsExactlyInAnyOrder(secretary, member);
    }

    @Test
    void whatTwoPeopleSaidIsTheirs() {
        Made branch = invented.withMembers(3);
        Actor one = InventedBranch.as(branch.members().get(0));

        UUID talk = talks.talk(branch.id(), one.personId(), branch.members().get(1), TODAY, "家里老人住院", one);

        assertThat(talks.words(talk, one)).isEqualTo("家里老人住院");
        assertThat(talks.words(talk, InventedBranch.as(branch.members().get(2))))
                .isEmpty();
        assertThat(talks.words(talk, Actor.system())).isEmpty();
    }

    @Test
    void aDutyLiesOnTheDeskOfTheSecretaryUntilItIsMet() {
        Made branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        Actor secretary = InventedBranch.as(branch.members().get(0));
        UUID june = duty(branch, "P-25", "2026-M06").id();
        assertThat(obligations.openFor(secretary, 50)).extracting("id").contains(june);

        invented.held(branch, null, LocalDate.of(2026, 6, 12), null, "THEME_DAY");

        assertThat(obligations.openFor(secretary, 50)).extracting("id").doesNotContain(june);
    }

    @Test
    void workingOutAgainFromTheSameFactsChangesNothing() {
        Made branch = invented.withMembers(8);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        invented.held(branch, null, LocalDate.of(2026, 5, 8), null, "THEME_DAY", "MEMBERS_MEETING");
        List<Duty> before = health.duties(branch.id(), 2026, Actor.system());

        duties.refresh(branch.id());

        assertThat(health.duties(branch.id(), 2026, Actor.system())).isEqualTo(before);
    }

    @Test
    void aMemberInCareIsAskedForNothing() {
        Made branch = invented.withMembers(5);
        UUID old = branch.members().get(4);

        branches.mark(branch.id(), old, Trait.CARE, true, LocalDate.of(2026, 1, 1), Actor.system());

        assertThat(duties(branch, "E-01").stream()
                        .filter(duty -> duty.subjectId().equals(old)))
                .extracting(duty -> duty.state(TODAY))
                .containsExactly(DutyState.NOT_APPLICABLE);
    }

    private DutyState state(Made branch, String rule, String period) {
        return duty(branch, rule, period).state(TODAY);
    }

    private Duty duty(Made branch, String rule, String period) {
        return duties(branch, rule).stream()
                .filter(duty -> duty.period().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private List<Duty> duties(Made branch, String rule) {
        return duties(branch, rule, 2026);
    }

    private List<Duty> duties(Made branch, String rule, int year) {
        return health.duties(branch.id(), year, Actor.system()).stream()
                .filter(duty -> duty.ruleId().equals(rule)
                        || rule.equals("P-32") && duty.ruleId().startsWith("P-32"))
                .toList();
    }
}
