package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.Cycle;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.FeedbackSweep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
import org.luoshi.worktime.core.CalendarService;
import org.luoshi.worktime.core.DayKind;
import org.luoshi.worktime.core.LocalDay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases in which ledgers usually go wrong. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class LedgerHardCaseTests {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String PLANNING = "发展规划局";
    private static final String FINANCE = "财务保障局";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private HistoryApi history;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps items;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private AssignmentSteps assignments;

    @Autowired
    private RequestService requests;

    @Autowired
    private FeedbackSweep sweep;

    @Autowired
    private CalendarService calendar;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
    }

    @Test
    void numbersHaveNoGapsWhenFilingsFailAndWhenManyFileAtOnce() throws Exception {
        UUID before = submitted("之前");
        step(before, ItemStep.APPROVE, office.director());
        UUID failing = submitted("立项失败");
        transaction.executeWithoutResult(status -> {
            step(failing, ItemStep.APPROVE, office.director());
            status.setRollbackOnly();
        });
        List<Callable<String>> filings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID id = submitted("同时立项" + i);
            filings.add(() -> {
                step(id, ItemStep.APPROVE, office.director());
                return String.valueOf(detail(id).item().number());
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Integer> numbers = new ArrayList<>(
                List.of(sequence(String.valueOf(detail(before).item().number()))));
        for (Future<String> filing : threads.invokeAll(filings)) {
            numbers.add(sequence(filing.get()));
        }
        threads.shutdown();
        numbers.sort(null);
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
    }

    private static int sequence(String number) {
        return Integer.parseInt(number.replaceAll(".*〕(\\d+)号", "$1"));
    }

    @Test
    void coordinationStopsTheClockAndMovesTheLimitByTheWorkingDaysLost() {
        UUID id = underWay("请求协调", Cycle.ONCE, "GENERAL");
        LocalDate due = dueOf(id, PLANNING);
        unit(id, PLANNING, AssignmentStep.ASK_COORDINATION, "两局口径不一", office.planningLiaison());
        assertRefused(
                () -> unit(id, PLANNING, AssignmentStep.ASK_COORDINATION, "再问", office.planningLiaison()),
                LedgerError.COORDINATION_OPEN);
        clock.set("2026-03-20T10:00:00+08:00");
        assertThat(part(id, PLANNING).light().colour()).isEqualTo(LightColour.GREY);
        unit(id, PLANNING, AssignmentStep.ANSWER_COORDINATION, "以省局口径为准", office.officer());
        assertThat(dueOf(id, PLANNING)).isEqualTo(due.plusDays(20)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(part(id, PLANNING).originalDue()).isBefore(part(id, PLANNING).due());
        assertThat(dueOf(id, FINANCE)).isEqualTo(due);
        assertThat(detail(id).dates())
                .anySatisfy(change -> assertThat(change.kind()).isEqualTo("COORDINATED"));
    }

    @Test
    void suspensionStopsEverybodyAndResumingGivesTheTimeBack() {
        UUID id = issued("中止再恢复", Cycle.ONCE, "GENERAL");
        sign(id, PLANNING, office.planningLiaison());
        LocalDate due = dueOf(id, PLANNING);
        granted(id, request(RequestKind.SUSPENSION, null, null, null), office.director());
        assertThat(detail(id).item().state()).isEqualTo(ItemState.SUSPENDED);
        assertThat(detail(id).units()).allMatch(unit -> unit.state() == AssignmentState.STOPPED);
        assertRefused(() -> sign(id, FINANCE, office.financeLiaison()), LedgerError.STEP_NOT_POSSIBLE);
        clock.set("2026-03-09T09:00:00+08:00");
        step(id, ItemStep.RESUME, "条件具备", office.director());
        assertThat(part(id, PLANNING).state()).isEqualTo(AssignmentState.SIGNED);
        assertThat(part(id, FINANCE).state()).isEqualTo(AssignmentState.TO_SIGN);
        assertThat(part(id, FINANCE).light().colour()).isNotEqualTo(LightColour.RED);
        assertThat(dueOf(id, PLANNING)).isEqualTo(due.plusDays(7));
        sign(id, FINANCE, office.financeLiaison());
    }

    @Test
    void aLongTermItemReportsByItsCycleAndTheSweepAsksOn() {
        UUID id = underWay("转长期", Cycle.WEEKLY, "GENERAL");
        granted(id, request(RequestKind.LONG_TERM, null, Cycle.MONTHLY, null), office.director());
        ItemDetail detail = detail(id);
        assertThat(detail.item().state()).isEqualTo(ItemState.LONG_TERM);
        assertThat(detail.item().due()).isNull();
        assertThat(periods(id)).contains("2026-03", "2026-04", "2026-05").doesNotContain("2026-W10", "2026-08");
        clock.set("2026-06-20T09:00:00+08:00");
        sweep.run();
        assertThat(periods(id)).contains("2026-07", "2026-08", "2026-09");
        int asked = periods(id).size();
        sweep.run();
        assertThat(periods(id)).hasSize(asked);
    }

    private List<String> periods(UUID itemId) {
        return jdbc.sql("""
                select distinct d.period from ledger.feedback_due d join ledger.assignment a on a.id = d.assignment_id
                where a.item_id = :id and d.kind = 'PERIODIC' and d.released_at is null
                """).param("id", itemId).query(String.class).list();
    }

    @Test
    void mergingAndCancellingStopTheUnits() {
        UUID target = underWay("并入这里", Cycle.ONCE, "GENERAL");
        UUID id = underWay("重复事项", Cycle.ONCE, "GENERAL");
        assertRefused(
                () -> items.perform(id, ItemStep.MERGE, input(id, "重复").withItem(id), office.officer()),
                LedgerError.SAME_ITEM);
        items.perform(id, ItemStep.MERGE, input(id, "重复").withItem(target), office.officer());
        assertThat(detail(id).item().state()).isEqualTo(ItemState.MERGED);
        assertThat(detail(id).units()).allMatch(unit -> unit.state() == AssignmentState.STOPPED);
        assertThat(openObligations(id)).isZero();

        UUID cancelled = underWay("不再推进", Cycle.ONCE, "GENERAL");
        UUID request = requests.ask(
                cancelled, request(RequestKind.CANCELLATION, null, null, Ending.NOT_PURSUED), office.officer());
        assertRefused(
                () -> requests.perform(request, RequestStep.GRANT, StepInput.of(1), office.director()),
                LedgerError.NOT_YOURS);
        requests.perform(request, RequestStep.GRANT, StepInput.of(1), office.officeLeader());
        assertThat(detail(cancelled).item().state()).isEqualTo(ItemState.CANCELLED);
        assertThat(detail(cancelled).ending()).isEqualTo(Ending.NOT_PURSUED);
        assertRefused(
                () -> unit(cancelled, PLANNING, AssignmentStep.ASK_COORDINATION, "x", office.planningLiaison()),
                LedgerError.STEP_NOT_POSSIBLE);
    }

    @Test
    void anExtensionAfterTheLimitIsRefused() {
        UUID id = underWay("过期申请", Cycle.ONCE, "GENERAL");
        clock.set("2026-03-12T09:00:00+08:00");
        assertRefused(
                () -> requests.ask(
                        id,
                        request(RequestKind.EXTENSION, LocalDate.of(2026, 4, 1), null, null),
                        office.planningHead()),
                LedgerError.EXTENSION_TOO_LATE);
    }

    @Test
    void aLightThatTheOfficeSetsStandsBesideTheComputedOne() {
        UUID id = underWay("另行认定", Cycle.ONCE, "GENERAL");
        items.overrideLight(id, version(id), LightColour.RED, "进度不实", office.officer());
        assertThat(detail(id).item().light().colour()).isEqualTo(LightColour.GREEN);
        assertThat(detail(id).item().overrideLight()).isEqualTo(LightColour.RED);
        items.overrideLight(id, version(id), null, "已改进", office.officer());
        assertThat(detail(id).item().overrideLight()).isNull();
    }

    @Test
    void anOpenPartGoesOnWithTheUnitThatTakesOver() {
        Unit old = unit("云泽省临时专班" + clock.instant().getNano() + UUID.randomUUID());
        Unit successor = unit("云泽省接续局" + UUID.randomUUID());
        UUID lead = issued("牵头单位撤并", old.id(), List.of(office.finance.id()));
        UUID both = issued("两家合为一家", old.id(), List.of(successor.id()));
        organization.mergeUnit(old.id(), successor.id(), LocalDate.of(2026, 3, 2), Actor.system());
        await().untilAsserted(() -> assertThat(leadOf(both)).isEqualTo(successor.id()));
        await().untilAsserted(() -> assertThat(leadOf(lead)).isEqualTo(successor.id()));
        assertThat(detail(lead).units()).hasSize(2);
        assertThat(detail(both).units())
                .filteredOn(unit -> unit.state() != AssignmentState.MOVED)
                .hasSize(1);
        assertThat(history.of(lead, 5)).anySatisfy(line -> {
            assertThat(line.textKey()).isEqualTo("history.ledger.assignment.merged");
            assertThat(line.details()).containsEntry("to", successor.shortName());
        });
    }

    private UUID leadOf(UUID itemId) {
        return detail(itemId).units().stream()
                .filter(unit -> unit.part() == org.luoshi.ledger.core.Part.LEAD)
                .findFirst()
                .orElseThrow()
                .unitId();
    }

    @Test
    void theItemsOfAnOfficerGoToWhoeverTakesThePost() {
        UUID post = organization
                .addPost(office.supervision.id(), "督查员轮岗", null, Actor.system())
                .id();
        access.grantToPost(post, Role.OFFICER, Actor.system());
        Actor leaver = seated("离岗人", post);
        UUID id = drafting.draft(draft("交接", office.planning.id(), List.of(), Cycle.ONCE, "GENERAL"), null, leaver);
        assertThat(obligations.openFor(leaver, 50))
                .anyMatch(owed -> owed.sourceId().equals(id));
        Actor successor = seated("接岗人", post);
        await().untilAsserted(() -> assertThat(detail(id).officer()).isEqualTo("接岗人"));
        await().untilAsserted(() -> assertThat(obligations.openFor(access.actor(successor.personId()), 50))
                .anyMatch(owed -> owed.sourceId().equals(id)));
    }

    private Actor seated(String name, UUID postId) {
        UUID person = organization.addPerson(name, null, null, Actor.system()).id();
        organization.seat(person, postId, LocalDate.of(2026, 3, 2), Actor.system());
        return access.actor(person);
    }

    @Test
    void aChangedCalendarMovesWhatWasCountedInItsDays() {
        UUID counted = underWay("按工作日计", Cycle.ONCE, "GENERAL");
        clock.set("2026-12-01T09:00:00+08:00");
        UUID unannounced = underWay("跨入未公布年度", Cycle.ONCE, "MEETING_DECISION");
        clock.set(TestClock.START);
        assertThat(jdbc.sql("select due_provisional from ledger.item where id = :id")
                        .param("id", unannounced)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        LocalDate due = dueOf(counted, PLANNING);
        Actor keeper = new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        LocalDate holiday = LocalDate.of(2026, 3, 5);
        calendar.addLocalDay(new LocalDay(holiday, DayKind.HOLIDAY, "地方节日", "云泽省通知"), keeper);
        await().untilAsserted(() -> assertThat(dueOf(counted, PLANNING)).isAfter(due));
        assertThat(detail(counted).dates())
                .anySatisfy(change -> assertThat(change.kind()).isEqualTo("CALENDAR"));
        calendar.removeLocalDay(holiday, keeper);
        await().untilAsserted(() -> assertThat(dueOf(counted, PLANNING)).isEqualTo(due));
    }

    private Unit unit(String name) {
        return organization.addUnit(
                new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                Actor.system());
    }

    private long openObligations(UUID itemId) {
        return obligations.dueBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), null).stream()
                .filter(owed -> owed.sourceId().equals(itemId)
                        || detail(itemId).units().stream()
                                .anyMatch(unit -> unit.id().equals(owed.sourceId())))
                .count();
    }

    private static NewRequest request(
            RequestKind kind, @Nullable LocalDate date, @Nullable Cycle cycle, @Nullable Ending ending) {
        return new NewRequest(kind, null, "理由", "进展", date, cycle, null, ending);
    }

    private void granted(UUID itemId, NewRequest request, Actor decider) {
        UUID id = requests.ask(itemId, request, office.planningHead());
        requests.perform(id, RequestStep.FORWARD, StepInput.of(1, "同意"), office.officer());
        requests.perform(id, RequestStep.GRANT, StepInput.of(2), decider);
    }

    private DraftItem draft(String title, UUID lead, List<UUID> co, Cycle cycle, String limit) {
        List<DraftItem.CoUnit> units =
                co.stream().map(unit -> new DraftItem.CoUnit(unit, null, null)).toList();
        return new DraftItem(
                title, null, List.of(), List.of(), limit, null, cycle, null, lead, units, List.of(), null, null);
    }

    private UUID submitted(String title) {
        UUID id = drafting.draft(
                draft(title, office.planning.id(), List.of(office.finance.id()), Cycle.ONCE, "GENERAL"),
                null,
                office.officer());
        step(id, ItemStep.SUBMIT, office.officer());
        return id;
    }

    private UUID issued(String title, UUID lead, List<UUID> co) {
        return issued(draft(title, lead, co, Cycle.ONCE, "GENERAL"));
    }

    private UUID issued(String title, Cycle cycle, String limit) {
        return issued(draft(title, office.planning.id(), List.of(office.finance.id()), cycle, limit));
    }

    private UUID issued(DraftItem draft) {
        UUID id = drafting.draft(draft, null, office.officer());
        step(id, ItemStep.SUBMIT, office.officer());
        step(id, ItemStep.APPROVE, office.director());
        step(id, ItemStep.ISSUE, office.officer());
        return id;
    }

    private UUID underWay(String title, Cycle cycle, String limit) {
        UUID id = issued(title, cycle, limit);
        sign(id, PLANNING, office.planningLiaison());
        sign(id, FINANCE, office.financeLiaison());
        return id;
    }

    private void sign(UUID itemId, String unit, Actor actor) {
        ItemDetail.UnitPart part = part(itemId, unit);
        assignments.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
    }

    private void unit(UUID itemId, String unit, AssignmentStep step, String words, Actor actor) {
        ItemDetail.UnitPart part = part(itemId, unit);
        assignments.perform(part.id(), step, StepInput.of(part.version(), words), actor);
    }

    private void step(UUID itemId, ItemStep step, Actor actor) {
        items.perform(itemId, step, StepInput.of(version(itemId)), actor);
    }

    private void step(UUID itemId, ItemStep step, String words, Actor actor) {
        items.perform(itemId, step, input(itemId, words), actor);
    }

    private StepInput input(UUID itemId, String words) {
        return StepInput.of(version(itemId), words);
    }

    private int version(UUID itemId) {
        return detail(itemId).item().version();
    }

    private LocalDate dueOf(UUID itemId, String unit) {
        return LocalDate.ofInstant(
                java.util.Objects.requireNonNull(part(itemId, unit).due()), BEIJING);
    }

    private ItemDetail detail(UUID itemId) {
        return queries.detail(itemId, Locale.SIMPLIFIED_CHINESE, office.officer());
    }

    private ItemDetail.UnitPart part(UUID itemId, String unit) {
        return detail(itemId).units().stream()
                .filter(part -> part.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
