package org.luoshi.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.UnitMerged;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class ObligationsModuleTests {

    /** A Thursday noon in the office's zone. */
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private static final Locale CHINA = Locale.SIMPLIFIED_CHINESE;

    private static final Instant FRIDAY = Instant.parse("2026-03-06T15:59:59Z");

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private OrganizationApi organization;

    @MockitoBean
    private WorktimeApi worktime;

    private UUID unit;
    private UUID source;
    private Actor liaison;

    @BeforeEach
    void thursdayNoonInAUnitOfItsOwn() {
        unit = UUID.randomUUID();
        source = UUID.randomUUID();
        liaison = holder(Role.UNIT_LIAISON, unit);
        clock.set(NOON);
        when(organization.subtree(any())).thenAnswer(call -> Set.copyOf(call.getArgument(0)));
        when(organization.inOfficialOrder(any())).thenAnswer(call -> unitsOf(call.getArgument(0)));
        when(worktime.plusWorkingDays(any(), eq(1)))
                .thenAnswer(call -> call.<LocalDate>getArgument(0).plusDays(1));
    }

    @Test
    void whatIsOwedTwiceIsOwedOnce() {
        NewObligation sign = owed(Role.UNIT_LIAISON, null, FRIDAY);
        obligations.owe(sign);
        obligations.owe(sign);
        assertThat(obligations.openFor(liaison, 10)).hasSize(1).first().satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(ObligationState.OPEN);
            assertThat(waiting.role()).isEqualTo(Role.UNIT_LIAISON);
            assertThat(waiting.due()).isEqualTo(FRIDAY);
            assertThat(waiting.originalDue()).isEqualTo(FRIDAY);
        });
    }

    @Test
    void whatWaitsInADayIsWhatTheSeatAndThePersonOwe() {
        UUID bySeat = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID byAnyone = owe(null, null, FRIDAY);
        UUID byPerson = owe(null, liaison.personId(), FRIDAY.plusSeconds(1));
        owe(Role.UNIT_HEAD, null, FRIDAY);
        owe(Role.UNIT_LIAISON, null, null);
        obligations.release(owe(Role.UNIT_LIAISON, null, FRIDAY), "撤销");
        LocalDate friday = LocalDate.of(2026, 3, 6);
        assertThat(obligations.openFor(liaison, friday, friday, 10))
                .extracting(Obligation::id)
                .containsExactlyInAnyOrder(bySeat, byAnyone);
        assertThat(obligations.openFor(liaison, friday.plusDays(1), friday.plusDays(1), 10))
                .extracting(Obligation::id)
                .containsExactly(byPerson);
        assertThat(obligations.openFor(liaison, friday, friday.plusDays(1), 2)).hasSize(2);
    }

    @Test
    void eachMoveIsARevisionOfTheDueInstant() {
        UUID id = owe(Role.UNIT_LIAISON, null, FRIDAY);
        assertThat(obligations.revisionsOf(List.of(id))).containsExactly(new DueRevision(id, 0, NOON));
        clock.set(NOON.plusSeconds(60));
        obligations.move(id, FRIDAY.plusSeconds(86_400), "延期");
        assertThat(obligations.revisionsOf(List.of(id))).containsExactly(new DueRevision(id, 1, NOON.plusSeconds(60)));
        assertThat(obligations.revisionsOf(List.of())).isEmpty();
    }

    @Test
    void theLastSecondOfTheDayIsStillInTimeAndTheNextIsNot() {
        UUID id = owe(Role.UNIT_LIAISON, null, FRIDAY);
        clock.set(FRIDAY.plusMillis(999));
        assertThat(stateOf(id)).isEqualTo(ObligationState.OPEN);
        clock.set(FRIDAY.plusSeconds(1));
        assertThat(stateOf(id)).isEqualTo(ObligationState.OVERDUE);
    }

    @Test
    void anAnswerInTheLastSecondIsInTimeAndOneSecondLaterIsLate() {
        UUID inTime = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID late = owe(Role.UNIT_LIAISON, null, FRIDAY);
        obligations.meet(List.of(inTime), "report", UUID.randomUUID(), FRIDAY.plusMillis(500), liaison);
        obligations.meet(List.of(late), "report", UUID.randomUUID(), FRIDAY.plusSeconds(1), liaison);
        assertThat(stateOf(inTime)).isEqualTo(ObligationState.MET);
        assertThat(stateOf(late)).isEqualTo(ObligationState.MET_LATE);
    }

    @Test
    void oneActivityMeetsManyObligationsAndToldTwiceChangesNothing() {
        List<UUID> ids = List.of(owe(null, null, FRIDAY), owe(Role.UNIT_LIAISON, null, null));
        UUID report = UUID.randomUUID();
        obligations.meet(ids, "report", report, NOON, liaison);
        obligations.meet(ids, "report", report, NOON.plusSeconds(60), liaison);
        assertThat(obligations.find(ids)).hasSize(2).allSatisfy(met -> {
            assertThat(met.state()).isEqualTo(ObligationState.MET);
            assertThat(met.metAt()).isEqualTo(NOON);
        });
        assertThat(obligations.countOpenFor(liaison, 10)).isZero();
    }

    @Test
    void aReturnedReportIsOwedAgainAndTheSameReportToldAgainDoesNotMeetIt() {
        UUID id = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID report = UUID.randomUUID();
        obligations.meet(List.of(id), "report", report, NOON, liaison);
        Instant again = FRIDAY.plus(Duration.ofDays(3));
        obligations.reopen(id, again, "没有实质内容");
        obligations.meet(List.of(id), "report", report, NOON, liaison);
        assertThat(stateOf(id)).isEqualTo(ObligationState.OPEN);
        obligations.meet(List.of(id), "report", UUID.randomUUID(), again, liaison);
        assertThat(stateOf(id)).isEqualTo(ObligationState.MET);
    }

    @Test
    void everyMoveIsKeptWithItsReasonAndTheOriginalDueStays() {
        UUID id = owe(Role.UNIT_LIAISON, null, FRIDAY);
        Instant later = FRIDAY.plus(Duration.ofDays(7));
        obligations.move(id, later, "汛期");
        obligations.move(id, later, "汛期");
        obligations.move(id, null, "转长期");
        assertThat(obligations.movesOf(id)).extracting(DueMove::reason).containsExactly("汛期", "转长期");
        assertThat(obligations.movesOf(id)).extracting(DueMove::fromDue).containsExactly(FRIDAY, later);
        assertThat(obligations.find(List.of(id)).get(0).originalDue()).isEqualTo(FRIDAY);
        assertThat(obligations.find(List.of(id)).get(0).due()).isNull();
    }

    @Test
    void whatHasNoLimitIsNeverLateAndStandsLast() {
        UUID without = owe(Role.UNIT_LIAISON, null, null);
        UUID with = owe(Role.UNIT_LIAISON, null, FRIDAY);
        clock.set(FRIDAY.plus(Duration.ofDays(4000)));
        assertThat(obligations.openFor(liaison, 10)).extracting(Obligation::id).containsExactly(with, without);
        assertThat(stateOf(without)).isEqualTo(ObligationState.OPEN);
    }

    @Test
    void whatWasMetStaysMetWhenTheRestOfTheMatterIsLetGo() {
        UUID met = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID open = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID forgiven = owe(Role.UNIT_LIAISON, null, FRIDAY);
        obligations.meet(List.of(met), "report", UUID.randomUUID(), NOON, liaison);
        obligations.excuse(forgiven, "灾情");
        obligations.releaseAllOf("test.matter", source, "并案");
        obligations.release(met, "并案");
        assertThat(stateOf(met)).isEqualTo(ObligationState.MET);
        assertThat(stateOf(open)).isEqualTo(ObligationState.NOT_APPLICABLE);
        assertThat(stateOf(forgiven)).isEqualTo(ObligationState.EXCUSED);
    }

    @Test
    void itWaitsForTheSeatWithTheRoleInThatUnitAndForNobodyElse() {
        UUID id = owe(Role.UNIT_HEAD, null, FRIDAY);
        assertThat(ids(liaison)).isEmpty();
        assertThat(ids(holder(Role.UNIT_HEAD, UUID.randomUUID()))).isEmpty();
        assertThat(ids(holder(Role.UNIT_HEAD, unit))).containsExactly(id);
    }

    @Test
    void withoutRoleItWaitsForAnySeatInTheUnitAndWithAPersonOnlyForThatPerson() {
        UUID anyone = owe(null, null, FRIDAY);
        UUID hers = owe(Role.UNIT_LIAISON, liaison.personId(), FRIDAY.plusSeconds(1));
        assertThat(ids(liaison)).containsExactly(anyone, hers);
        assertThat(ids(holder(Role.UNIT_LIAISON, unit))).containsExactly(anyone);
    }

    @Test
    void administratorsAndTheHouseItselfOweNothing() {
        owe(null, null, FRIDAY);
        Actor auditor = new Actor(UUID.randomUUID(), "审计员甲", List.of(), Set.of(Role.AUDITOR));
        assertThat(obligations.openFor(auditor, 10)).isEmpty();
        assertThat(obligations.countOpenFor(Actor.system(), 10)).isZero();
    }

    @Test
    void figuresAndLoadCountByOfficeDays() {
        owe(Role.UNIT_LIAISON, null, NOON.minusSeconds(1));
        owe(Role.UNIT_LIAISON, null, FRIDAY);
        owe(Role.UNIT_LIAISON, liaison.personId(), FRIDAY.plusSeconds(1));
        owe(Role.UNIT_HEAD, null, FRIDAY);
        LocalDate thursday = LocalDate.of(2026, 3, 5);
        assertThat(obligations.figuresFor(liaison, 1)).isEqualTo(new ObligationFigures(3, 1, 1));
        assertThat(obligations.openCount(unit)).isEqualTo(4);
        assertThat(obligations.load(unit, thursday, thursday.plusDays(2)))
                .containsExactly(
                        new DayLoad(thursday, 1),
                        new DayLoad(thursday.plusDays(1), 2),
                        new DayLoad(thursday.plusDays(2), 1));
        assertThat(obligations.loadFor(liaison, thursday.plusDays(1), thursday.plusDays(1)))
                .containsExactly(new DayLoad(thursday.plusDays(1), 1));
        assertThat(obligations.dueBetween(thursday.plusDays(1), thursday.plusDays(1), List.of(unit)))
                .hasSize(2);
    }

    @Test
    void anUnknownObligationIsToldAsSuch() {
        assertThatThrownBy(() -> obligations.move(UUID.randomUUID(), FRIDAY, "x"))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("obligations.unknown");
    }

    @Test
    void openWorkFollowsAMergedUnitOnceAndFinishedWorkStays(Scenario scenario) {
        UUID into = UUID.randomUUID();
        UUID open = owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID met = owe(Role.UNIT_LIAISON, null, FRIDAY);
        obligations.meet(List.of(met), "report", UUID.randomUUID(), NOON, liaison);
        UnitMerged merged = new UnitMerged(unit, into, LocalDate.of(2026, 3, 5));
        scenario.publish(merged).andWaitForStateChange(() -> handOversOf(open), count -> count == 1);
        scenario.publish(merged).andWaitForStateChange(this::unfinishedEvents, count -> count == 0);
        assertThat(handOversOf(open)).isOne();
        assertThat(obligations.find(List.of(open)).get(0).unitId()).isEqualTo(into);
        assertThat(obligations.find(List.of(met)).get(0).unitId()).isEqualTo(unit);
    }

    @Test
    void aPersonsOwnMatterGoesToTheSuccessorWhenThePersonLeavesTheUnit(Scenario scenario) {
        UUID successor = UUID.randomUUID();
        UUID post = UUID.randomUUID();
        when(organization.post(post)).thenReturn(Optional.of(post(post)));
        when(organization.postsHeldBy(eq(liaison.personId()), any())).thenReturn(List.of());
        UUID hers = owe(null, liaison.personId(), FRIDAY);
        scenario.publish(new PostHandedOver(post, liaison.personId(), successor))
                .andWaitForStateChange(() -> handOversOf(hers), count -> count == 1);
        assertThat(obligations.find(List.of(hers)).get(0).personId()).isEqualTo(successor);
    }

    @Test
    void whoKeepsAnotherPostInTheUnitKeepsTheMatter(Scenario scenario) {
        UUID post = UUID.randomUUID();
        when(organization.post(post)).thenReturn(Optional.of(post(post)));
        when(organization.postsHeldBy(eq(liaison.personId()), any())).thenReturn(List.of(post(UUID.randomUUID())));
        UUID hers = owe(null, liaison.personId(), FRIDAY);
        scenario.publish(new PostHandedOver(post, liaison.personId(), UUID.randomUUID()))
                .andWaitForStateChange(this::unfinishedEvents, count -> count == 0);
        assertThat(obligations.find(List.of(hers)).get(0).personId()).isEqualTo(liaison.personId());
    }

    @Test
    void aUnitSeesWhatFallsDueInItsOwnHouseOnlyAndTheOfficeSeesAll() {
        owe(Role.UNIT_LIAISON, null, FRIDAY);
        assertThat(mvc.get().uri("/obligations/upcoming").locale(CHINA).with(SignedIn.as(liaison)))
                .hasStatusOk()
                .bodyText()
                .contains("甲单位", "修&lt;桥&gt;", "明天")
                .doesNotContain("修<桥>");
        Actor stranger = holder(Role.UNIT_LIAISON, UUID.randomUUID());
        assertThat(mvc.get().uri("/obligations/upcoming").locale(CHINA).with(SignedIn.as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("这段时间没有到期的事项")
                .doesNotContain("修&lt;桥&gt;");
        Actor officer = holder(Role.OFFICER, UUID.randomUUID());
        assertThat(mvc.get()
                        .uri("/obligations/upcoming?range=week")
                        .locale(CHINA)
                        .with(SignedIn.as(officer)))
                .bodyText()
                .contains("修&lt;桥&gt;");
    }

    @Test
    void unitsWithNothingDueAreListedWithZeroWhenAsked() {
        when(organization.unitsOn(any())).thenReturn(unitsOf(List.of(unit)));
        assertThat(mvc.get()
                        .uri("/obligations/upcoming?zero=true")
                        .locale(CHINA)
                        .with(SignedIn.as(liaison)))
                .bodyText()
                .contains("甲单位 <small>0 件</small>");
    }

    @Test
    void programsPageThroughTheSameRowsByState() {
        UUID first = owe(Role.UNIT_LIAISON, null, NOON.minusSeconds(1));
        UUID second = owe(Role.UNIT_LIAISON, null, NOON.minusSeconds(1));
        owe(Role.UNIT_LIAISON, null, FRIDAY);
        UUID smaller = first.toString().compareTo(second.toString()) < 0 ? first : second;
        assertThat(mvc.get().uri("/api/v1/obligations?state=OVERDUE&limit=1").with(SignedIn.as(liaison)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo(smaller.toString());
        assertThat(mvc.get()
                        .uri("/api/v1/obligations?state=OVERDUE&limit=5&after=" + smaller)
                        .with(SignedIn.as(liaison)))
                .bodyJson()
                .extractingPath("$.obligations.length()")
                .isEqualTo(1);
        assertThat(mvc.get().uri("/api/v1/obligations?state=LATE").with(SignedIn.as(liaison)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("obligations.unknown-state");
        assertThat(mvc.get().uri("/api/v1/obligations").with(SignedIn.as(holder(Role.UNIT_HEAD, UUID.randomUUID()))))
                .bodyJson()
                .extractingPath("$.obligations.length()")
                .isEqualTo(0);
    }

    private static List<Unit> unitsOf(Collection<UUID> ids) {
        return ids.stream().map(ObligationsModuleTests::unit).toList();
    }

    private static Unit unit(UUID id) {
        LocalDate longAgo = LocalDate.of(2020, 1, 1);
        return new Unit(id, null, null, "甲单位", "甲单位", List.of(), UnitKind.UNIT, 1, List.of(id), longAgo, null, null);
    }

    private long unfinishedEvents() {
        return jdbc.sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }

    private long handOversOf(UUID id) {
        return jdbc.sql("select count(*) from obligations.hand_over where obligation_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<UUID> ids(Actor actor) {
        return obligations.openFor(actor, 10).stream().map(Obligation::id).toList();
    }

    private ObligationState stateOf(UUID id) {
        return obligations.find(List.of(id)).get(0).state();
    }

    private UUID owe(@Nullable Role role, @Nullable UUID person, @Nullable Instant due) {
        NewObligation owed = owed(role, person, due);
        obligations.owe(owed);
        return owed.id();
    }

    private NewObligation owed(@Nullable Role role, @Nullable UUID person, @Nullable Instant due) {
        return new NewObligation(
                UUID.randomUUID(),
                "test.matter",
                source,
                unit,
                role,
                person,
                "feedback",
                "修<桥>",
                "/ledger/items/1",
                due);
    }

    private Post post(UUID id) {
        return new Post(id, unit, "联络员", 1, null, LocalDate.of(2020, 1, 1), null);
    }

    static Actor holder(Role role, UUID unit) {
        Seat seat = new Seat(UUID.randomUUID(), unit, "甲单位", "联络员", Set.of(role), null);
        return new Actor(UUID.randomUUID(), "周甲", List.of(seat), Set.of());
    }
}
