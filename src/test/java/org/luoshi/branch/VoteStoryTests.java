package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.AppraisalService;
import org.luoshi.branch.core.Ballot;
import org.luoshi.branch.core.BallotService;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.Grade;
import org.luoshi.branch.core.Standing;
import org.luoshi.branch.rules.Rule;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may vote, how many must be there, and how many votes it takes. */
@WholeHouse
@Import(InventedBranch.class)
class VoteStoryTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 12);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private BranchService branches;

    @Autowired
    private BallotService ballots;

    @Autowired
    private AppraisalService appraisals;

    @Autowired
    private ActivityQueries queries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theDayAfter() {
        clock.set("2026-06-13T09:00:00+08:00");
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void fourOfEightMayMeetAndCanNeverPassAnything() {
        Made branch = invented.withMembers(8);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");
        List<UUID> four = branch.members().subList(0, 4);

        BallotService.CanDecide can = ballots.canDecide(meeting, Ballot.Kind.DECISION, four, Actor.system());

        assertThat(can.quorum()).isTrue();
        assertThat(can.reachable()).isFalse();
        UUID vote = put(meeting, four);
        ballots.take(vote, 4, 0, 0, Actor.system());
        assertThat(queries.sheet(meeting, Actor.system()).votes().get(0).passed())
                .isFalse();
    }

    @Test
    void fiveOfEightPassAMotionAndThreeCannotMeet() {
        Made branch = invented.withMembers(8);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");
        UUID vote = put(meeting, branch.members().subList(0, 6));
        ballots.take(vote, 5, 1, 0, Actor.system());
        assertThat(queries.sheet(meeting, Actor.system()).votes().get(0).passed())
                .isTrue();

        assertThatThrownBy(() -> put(meeting, branch.members().subList(0, 3)))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("branch.no-quorum");
    }

    @Test
    void moreVotesThanPeopleAreRefused() {
        Made branch = invented.withMembers(8);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");
        UUID vote = put(meeting, branch.members().subList(0, 6));

        assertThatThrownBy(() -> ballots.take(vote, 5, 1, 1, Actor.system()))
                .hasMessageContaining("branch.votes-do-not-add-up");
        ballots.take(vote, 5, 1, 0, Actor.system());
        assertThatThrownBy(() -> ballots.take(vote, 6, 0, 0, Actor.system()))
                .hasMessageContaining("branch.not-possible-now");
    }

    @Test
    void fifteenElectorsNeedTwelve() {
        Made branch = invented.withMembers(15);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");

        assertThat(can(meeting, branch.members().subList(0, 11))).isFalse();
        assertThat(can(meeting, branch.members().subList(0, 12))).isTrue();
    }

    private boolean can(UUID meeting, List<UUID> present) {
        return ballots.canDecide(meeting, Ballot.Kind.ELECTION, present, Actor.system())
                .quorum();
    }

    @Test
    void whoIsNotCountedLowersTheNumberThatMustCome() {
        Made branch = invented.withMembers(15);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");
        List<UUID> members = branch.members();
        Map<UUID, String> abroad = Map.of(members.get(13), "出国", members.get(14), "长期病假");

        UUID vote = ballots.put(
                meeting,
                new BallotService.PutToVote(
                        Ballot.Kind.ELECTION,
                        "选举支部委员会",
                        true,
                        members.subList(0, 11),
                        abroad,
                        1,
                        members.subList(0, 2)),
                Actor.system());
        ballots.elect(vote, List.of(7, 4), Actor.system());

        Ballot.Whole whole =
                queries.sheet(meeting, Actor.system()).votes().get(0).whole();
        assertThat(whole.ballot().entitled()).isEqualTo(13);
        assertThat(whole.candidates()).extracting(Ballot.Candidate::elected).containsExactly(true, false);
    }

    @Test
    void halfOfThoseThereElectsNobodyAndATieIsVotedOnAgain() {
        Made branch = invented.withMembers(10);
        UUID meeting = invented.planned(branch, null, DAY, "MEMBERS_MEETING");
        List<UUID> members = branch.members();
        UUID vote = ballots.put(
                meeting,
                new BallotService.PutToVote(
                        Ballot.Kind.ELECTION, "选举书记", true, members, Map.of(), 1, members.subList(0, 3)),
                Actor.system());

        ballots.elect(vote, List.of(6, 6, 5), Actor.system());

        assertThat(queries.sheet(meeting, Actor.system()).votes().get(0).whole().candidates())
                .extracting(Ballot.Candidate::elected)
                .containsExactly(false, false, false);
    }

    @Test
    void aSuspendedMemberDoesNotVoteAsOfThatDay() {
        Made branch = invented.withMembers(8);
        UUID suspended = branch.members().get(7);
        branches.changeStanding(
                branch.id(), suspended, Standing.RIGHTS_SUSPENDED, LocalDate.of(2026, 6, 10), "上级通知", Actor.system());
        UUID before = invented.planned(branch, null, LocalDate.of(2026, 6, 9), "MEMBERS_MEETING");
        UUID after = invented.planned(branch, null, DAY, "MEMBERS_MEETING");

        assertThat(queries.sheet(before, Actor.system()).entitled()).contains(suspended);
        assertThat(queries.sheet(after, Actor.system()).entitled())
                .doesNotContain(suspended)
                .hasSize(7);
        assertThatThrownBy(() -> put(after, branch.members())).hasMessageContaining("branch.not-entitled");
    }

    @Test
    void aThemeDayWithoutAThemeAndALifeMeetingWithoutMattersSaySo() {
        Made branch = invented.withMembers(5);

        UUID themeDay = invented.planned(branch, null, DAY, "THEME_DAY");
        UUID lifeMeeting = invented.held(branch, null, DAY, null, "LIFE_MEETING");

        assertThat(queries.sheet(themeDay, Actor.system()).broken())
                .extracting(Rule::id)
                .containsExactly("P-26");
        assertThat(queries.sheet(lifeMeeting, Actor.system()).broken())
                .extracting(Rule::id)
                .containsExactly("P-28b");
    }

    @Test
    void normallyAThirdIsExcellentAndMoreWantsAReason() {
        Made branch = invented.withMembers(7);
        UUID meeting = invented.held(branch, null, DAY, null, "APPRAISAL", "LIFE_MEETING");
        Map<UUID, Grade> three = branch.members().subList(0, 3).stream()
                .collect(Collectors.toMap(person -> person, person -> Grade.EXCELLENT));

        assertThatThrownBy(() -> appraisals.grade(meeting, three, "", Actor.system()))
                .hasMessageContaining("branch.too-many-excellent");
        appraisals.grade(meeting, three, "三位同志抗洪立功", Actor.system());

        Actor member = InventedBranch.as(branch.members().get(0));
        assertThat(grades(meeting, member)).containsOnlyKeys(member.personId());
        assertThat(grades(meeting, Actor.system())).hasSize(3);
    }

    private Map<UUID, Grade> grades(UUID meeting, Actor viewer) {
        return Objects.requireNonNull(queries.sheet(meeting, viewer).appraisal())
                .grades();
    }

    @Test
    void nothingLeadsFromAVoterToAVote() {
        Set<String> withPerson = new HashSet<>(columns("person_id"));
        Set<String> withVotes = new HashSet<>(columns("yes"));
        withVotes.addAll(columns("choice"));

        withPerson.retainAll(withVotes);
        // A candidate is somebody voted on, not a voter.
        assertThat(withPerson).containsExactly("candidate");
    }

    private List<String> columns(String name) {
        return jdbc.sql(
                        "select table_name from information_schema.columns where table_schema = 'branch' and column_name = :name")
                .param("name", name)
                .query(String.class)
                .list();
    }

    private UUID put(UUID meeting, List<UUID> present) {
        return ballots.put(
                meeting,
                new BallotService.PutToVote(Ballot.Kind.DECISION, "通过年度计划", false, present, Map.of(), null, List.of()),
                Actor.system());
    }
}
