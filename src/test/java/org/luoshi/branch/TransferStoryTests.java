package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.AwayService;
import org.luoshi.branch.core.BeginTransfer;
import org.luoshi.branch.core.BranchRoll;
import org.luoshi.branch.core.Duty;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.HealthQueries;
import org.luoshi.branch.core.PeopleSweep;
import org.luoshi.branch.core.RollReader;
import org.luoshi.branch.core.Standing;
import org.luoshi.branch.core.TransferKind;
import org.luoshi.branch.core.TransferQueries;
import org.luoshi.branch.core.TransferService;
import org.luoshi.branch.core.TransferState;
import org.luoshi.branch.core.TransferStep;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A relationship moves: two branches, one person, and nothing changes before the other side has said yes. */
@WholeHouse
@Import(InventedBranch.class)
class TransferStoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private TransferService transfers;

    @Autowired
    private AwayService away;

    @Autowired
    private TransferQueries queries;

    @Autowired
    private RollReader rolls;

    @Autowired
    private GroupService groups;

    @Autowired
    private DutyService duties;

    @Autowired
    private HealthQueries health;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private PeopleSweep sweep;

    @Autowired
    private TestClock clock;

    private Made old;
    private Made other;
    private Actor sender;
    private Actor receiver;

    @BeforeEach
    void twoBranchesInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        old = invented.withMembers(8);
        other = invented.withMembers(7);
        invented.electCommittee(old, LocalDate.of(2025, 3, 1));
        invented.electCommittee(other, LocalDate.of(2025, 3, 1));
        sender = InventedBranch.as(old.members().get(0));
        receiver = InventedBranch.as(other.members().get(0));
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void theOldBranchManagesUntilTheNewOneHasReceived() {
        UUID member = old.members().get(7);
        UUID group = groups.add(
                old.id(), "第一组", null, old.members().get(1), List.of(member), LocalDate.of(2026, 1, 5), Actor.system());
        UUID transfer = begin(member);

        assertThat(roll(old).holds(member, TODAY)).isTrue();
        assertThat(roll(other).holds(member, TODAY)).isFalse();
        assertThat(stepsFor(old, sender)).containsExactly(TransferStep.WITHDRAW);
        assertThat(stepsFor(other, receiver)).containsExactly(TransferStep.RECEIVE, TransferStep.REFUSE);
        refuses("branch.unknown", () -> transfers.receive(transfer, TODAY, sender));
        refuses("branch.unknown", () -> transfers.withdraw(transfer, "", receiver));

        transfers.receive(transfer, TODAY, receiver);

        assertThat(roll(old).holds(member, TODAY.minusDays(1))).isTrue();
        assertThat(roll(old).holds(member, TODAY)).isFalse();
        assertThat(roll(other).holds(member, TODAY)).isTrue();
        assertThat(roll(other).standingOn(member, TODAY)).isEqualTo(Standing.FULL);
        assertThat(roll(other).standingOn(member, LocalDate.of(2022, 1, 1))).isEqualTo(Standing.FULL);
        assertThat(roll(old).groupMembersOn(group, TODAY)).doesNotContain(member);
        assertThat(lastOf(old, member).wentTo()).isEqualTo(roll(other).branch().name());
        assertThat(lastOf(other, member).cameFrom())
                .isEqualTo(roll(old).branch().name());
    }

    @Test
    void whoHeldAPostLeavesIt() {
        UUID publicity = old.members().get(2);
        UUID transfer = begin(publicity);

        transfers.receive(transfer, TODAY, receiver);

        assertThat(roll(old).isOfficer(publicity, TODAY.minusDays(1))).isTrue();
        assertThat(roll(old).isOfficer(publicity, TODAY)).isFalse();
    }

    @Test
    void openDutiesMoveWithThePerson() {
        UUID member = old.members().get(7);
        UUID transfer = begin(member);
        clock.set("2026-11-20T09:00:00+08:00");
        duties.refresh(old.id());
        duties.refresh(other.id());
        List<UUID> owed = dutiesOf(old, member);
        assertThat(owed).isNotEmpty();

        transfers.receive(transfer, LocalDate.of(2026, 11, 20), receiver);

        assertThat(dutiesOf(other, member)).containsAll(owed);
        assertThat(dutiesOf(old, member)).doesNotContainAnyElementsOf(owed);
        assertThat(obligations.find(owed))
                .allMatch(known ->
                        known.state() == ObligationState.OPEN && known.unitId().equals(other.unitId()));
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheMemberWhereTheyWere() {
        UUID member = old.members().get(6);
        UUID transfer = begin(member);
        refuses("branch.people.incomplete", () -> transfers.refuse(transfer, " ", receiver));

        transfers.refuse(transfer, "介绍信抬头有误", receiver);

        assertThat(roll(old).holds(member, TODAY)).isTrue();
        assertThat(sheet(old, sender).ended())
                .extracting(row -> row.transfer().endReason())
                .containsExactly("介绍信抬头有误");
        assertThat(begin(member)).isNotNull();
    }

    @Test
    void aSecondReceiptIsAConflictAndChangesNothing() {
        UUID member = old.members().get(5);
        UUID transfer = begin(member);
        refuses("branch.people.on-its-way", () -> begin(member));
        transfers.receive(transfer, TODAY, receiver);

        refuses("branch.people.transfer-ended", () -> transfers.receive(transfer, TODAY, receiver));
        refuses("branch.people.transfer-ended", () -> transfers.refuse(transfer, "晚了", receiver));
        refuses("branch.people.transfer-ended", () -> transfers.withdraw(transfer, "", sender));
        assertThat(roll(other).memberships().stream()
                        .filter(membership -> membership.personId().equals(member)))
                .hasSize(1);
    }

    @Test
    void aLetterThatRanOutLiesOnTheDeskOfTheSendersSecretary() {
        UUID transfer = begin(old.members().get(4));
        assertThat(desk(receiver)).contains("branch-transfer-receipt");
        assertThat(desk(sender)).doesNotContain("branch-transfer-letter");

        clock.set("2026-09-08T09:00:00+08:00");
        sweep.run();
        sweep.run();

        assertThat(sheet(old, sender).open()).allMatch(TransferQueries.Row::overdue);
        assertThat(desk(sender)).containsOnlyOnce("branch-transfer-letter");
        transfers.receive(transfer, LocalDate.of(2026, 9, 7), receiver);
        assertThat(desk(sender)).doesNotContain("branch-transfer-letter");
        assertThat(desk(receiver)).doesNotContain("branch-transfer-receipt");
    }

    @Test
    void aLetterIsNotValidForLongerThanTheSetting() {
        UUID member = old.members().get(4);
        refuses(
                "branch.people.letter-too-long",
                () -> begin(old, TransferKind.BETWEEN_BRANCHES, member, other.id(), null, TODAY.plusDays(91), sender));
    }

    @Test
    void somebodyGoesOutsideAndSomebodyComesFromThere() {
        UUID member = old.members().get(3);
        UUID leaving = begin(old, TransferKind.TO_OUTSIDE, member, null, "丙县某局党支部", TODAY.plusDays(30), sender);
        transfers.receive(leaving, TODAY, sender);
        assertThat(roll(old).holds(member, TODAY)).isFalse();
        assertThat(lastOf(old, member).wentTo()).isEqualTo("丙县某局党支部");

        UUID newcomer =
                organization.addPerson("外来党员", null, null, Actor.system()).id();
        UUID coming = begin(other, TransferKind.FROM_OUTSIDE, newcomer, null, "丁市某局党支部", TODAY.plusDays(30), receiver);
        assertThat(roll(other).holds(newcomer, TODAY)).isFalse();
        transfers.receive(coming, TODAY, receiver);
        assertThat(roll(other).standingOn(newcomer, TODAY)).isEqualTo(Standing.FULL);
        assertThat(lastOf(other, newcomer).cameFrom()).isEqualTo("丁市某局党支部");
    }

    @Test
    void sixMonthsElsewhereProposeATransfer() {
        UUID member = old.members().get(6);
        away.goAway(old.id(), member, "戊市驻点", LocalDate.of(2026, 1, 10), sender);
        assertThat(sheet(old, sender).away())
                .extracting(TransferQueries.AwayRow::isTime)
                .containsExactly(false);

        clock.set("2026-07-10T09:00:00+08:00");
        assertThat(sheet(old, sender).away())
                .extracting(TransferQueries.AwayRow::isTime)
                .containsExactly(true);

        away.comeBack(old.id(), member, sender);
        assertThat(sheet(old, sender).away()).isEmpty();
    }

    @Test
    void everyStepLeadsOnlyOutOfWhatIsOpen() {
        for (TransferStep step : TransferStep.values()) {
            for (TransferState state : TransferState.values()) {
                assertThat(step.isAllowedFrom(state))
                        .as(step + " from " + state)
                        .isEqualTo(state == TransferState.OUT_PENDING);
            }
        }
    }

    private UUID begin(UUID member) {
        return begin(old, TransferKind.BETWEEN_BRANCHES, member, other.id(), null, TODAY.plusDays(80), sender);
    }

    private UUID begin(
            Made branch,
            TransferKind kind,
            UUID member,
            @Nullable UUID to,
            @Nullable String outside,
            LocalDate until,
            Actor actor) {
        boolean isIn = kind == TransferKind.FROM_OUTSIDE;
        return transfers.begin(
                new BeginTransfer(
                        branch.id(),
                        kind,
                        member,
                        to,
                        outside,
                        "工作调动",
                        "第12号",
                        TODAY,
                        until,
                        isIn ? LocalDate.of(2018, 5, 1) : null,
                        isIn ? LocalDate.of(2019, 5, 1) : null),
                actor);
    }

    private BranchRoll roll(Made branch) {
        return rolls.roll(branch.id());
    }

    private org.luoshi.branch.core.Membership lastOf(Made branch, UUID person) {
        return roll(branch).memberships().stream()
                .filter(membership -> membership.personId().equals(person))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private TransferQueries.Sheet sheet(Made branch, Actor actor) {
        return queries.sheet(branch.id(), actor);
    }

    private List<TransferStep> stepsFor(Made branch, Actor actor) {
        return sheet(branch, actor).open().get(0).steps();
    }

    /** Those that the desk has heard of. */
    private List<UUID> dutiesOf(Made branch, UUID person) {
        return health.duties(branch.id(), 2026, Actor.system()).stream()
                .filter(duty -> duty.subjectId().equals(person))
                .map(Duty::id)
                .filter(id ->
                        obligations.find(List.of(id)).stream().anyMatch(known -> known.state() == ObligationState.OPEN))
                .toList();
    }

    private List<String> desk(Actor actor) {
        return obligations.openFor(actor, 200).stream().map(Obligation::kindKey).toList();
    }

    private static void refuses(String code, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOf(BusinessException.class).hasMessageStartingWith(code);
    }
}
