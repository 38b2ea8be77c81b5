package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.bulk.BulkError;
import org.luoshi.ledger.bulk.BulkOrder;
import org.luoshi.ledger.bulk.BulkOutcome;
import org.luoshi.ledger.bulk.BulkQueries;
import org.luoshi.ledger.bulk.BulkService;
import org.luoshi.ledger.bulk.BulkTarget;
import org.luoshi.ledger.bulk.UrgeWhom;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.RequestState;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One step on many items keeps the rules of the single step for each, and leaves a line in each. */
@WholeHouse
class BulkTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private BulkService bulk;

    @Autowired
    private BulkQueries outcomes;

    @Autowired
    private ItemList list;

    @Autowired
    private HistoryApi history;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private IssuedItems items;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        items = new IssuedItems(house);
    }

    @AfterEach
    void backToTheFirstDay() {
        clock.set(TestClock.START);
    }

    @Test
    void aUnitIsUrgedOnceInTheLeastGapAndTheRestIsDone() {
        UUID first = issued(LocalDate.of(2026, 3, 3));
        UUID second = issued(LocalDate.of(2026, 3, 3));
        clock.set("2026-03-05T09:00:00+08:00");

        BulkOutcome one = carryOut(order(BulkAction.URGE, List.of(first), "请抓紧"), office.officer());
        assertThat(one.lines())
                .as("the lead is behind, and the co-unit too")
                .extracting(BulkOutcome.Line::unit)
                .containsExactlyInAnyOrder(office.planning.shortName(), office.roads.shortName());
        assertThat(one.refused()).isZero();

        List<BulkTarget> plan = bulk.plan(order(BulkAction.URGE, List.of(first, second), "请抓紧"), office.officer());
        assertThat(plan).filteredOn(target -> target.notBefore() != null).hasSize(2);
        BulkOutcome two = carryOut(order(BulkAction.URGE, List.of(first, second), "请抓紧"), office.officer());
        assertThat(two.done()).isEqualTo(2);
        assertThat(two.lines())
                .filteredOn(line -> line.refusal() != null)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.refusal()).isEqualTo("ledger.urged-recently"));

        assertThat(linesOf(first, "issued")).isEqualTo(2);
        assertThat(linesOf(second, "issued")).isEqualTo(2);
        assertThat(items.detail(office, second).notices()).hasSize(2);
    }

    @Test
    void nobodyIsUrgedWhoIsNotBehind() {
        UUID id = issued(LocalDate.of(2026, 4, 30));
        BulkOutcome outcome = carryOut(order(BulkAction.URGE, List.of(id), "请抓紧"), office.officer());
        assertThat(outcome.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.refusal()).isEqualTo(BulkError.NOBODY_TO_URGE.code()));
        assertThat(items.detail(office, id).notices()).isEmpty();
    }

    @Test
    void anExtensionIsAskedForManyAndGrantedForManyByAnother() {
        UUID first = issued(LocalDate.of(2026, 3, 12));
        UUID late = issued(LocalDate.of(2026, 3, 3));
        clock.set("2026-03-05T09:00:00+08:00");
        BulkOrder asking = new BulkOrder(
                BulkAction.EXTEND,
                chosen(List.of(first, late)),
                "节前集中调休",
                UrgeWhom.LEAD,
                LocalDate.of(2026, 3, 20),
                null,
                null);
        BulkOutcome asked = carryOut(asking, office.officer());
        assertThat(asked.done()).isEqualTo(1);
        assertThat(asked.lines())
                .filteredOn(line -> line.refusal() != null)
                .extracting(BulkOutcome.Line::refusal)
                .containsExactly("ledger.extension-too-late");

        assertRefused(
                () -> bulk.carryOut(order(BulkAction.GRANT, List.of(first), null), office.officer()),
                BulkError.NOT_YOURS);
        BulkOutcome granted = carryOut(order(BulkAction.GRANT, List.of(first, late), null), office.director());
        assertThat(granted.done()).isEqualTo(1);
        assertThat(granted.lines())
                .filteredOn(line -> line.refusal() != null)
                .extracting(BulkOutcome.Line::refusal)
                .containsExactly(BulkError.NOTHING_TO_GRANT.code());
        ItemDetail detail = items.detail(office, first);
        assertThat(detail.item().extensions()).isEqualTo(1);
        assertThat(detail.requests()).extracting(ItemDetail.Request::state).containsExactly(RequestState.GRANTED);
    }

    @Test
    void ofTwoPeopleAtOnceTheSecondIsToldAndNothingIsLost() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            ids.add(issued(LocalDate.of(2026, 4, 30)));
        }
        List<BulkOrder.Chosen> seen = chosen(ids);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<BulkOutcome> one = () -> label(seen, "甲", office.officer(), together);
        Callable<BulkOutcome> other = () -> label(seen, "乙", office.otherOfficer(), together);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<BulkOutcome>> both = two.invokeAll(List.of(one, other));
        two.shutdown();

        long done = both.get(0).get().done() + both.get(1).get().done();
        assertThat(done).isEqualTo(ids.size());
        for (Future<BulkOutcome> outcome : both) {
            assertThat(outcome.get().lines())
                    .filteredOn(line -> line.refusal() != null)
                    .allSatisfy(line -> assertThat(line.refusal()).isEqualTo("ledger.changed-meanwhile"));
        }
        ids.forEach(id -> assertThat(linesOf(id, "labelled")).isEqualTo(1));
    }

    @Test
    void theOfficerInChargeChangesAndTheListFindsTheItemThere() {
        UUID id = issued(LocalDate.of(2026, 4, 30));
        BulkOrder order = new BulkOrder(
                BulkAction.OFFICER_IN_CHARGE,
                chosen(List.of(id)),
                null,
                UrgeWhom.LEAD,
                null,
                office.otherOfficer().personId(),
                null);
        assertThat(carryOut(order, office.officer()).refused()).isZero();
        assertThat(items.detail(office, id).officer())
                .isEqualTo(office.otherOfficer().name());
    }

    @Test
    void aStepWithoutWhatItNeedsIsRefusedAsAWhole() {
        UUID id = issued(LocalDate.of(2026, 4, 30));
        assertRefused(
                () -> bulk.carryOut(order(BulkAction.URGE, List.of(id), " "), office.officer()),
                BulkError.WORDS_MISSING);
        assertRefused(
                () -> bulk.carryOut(order(BulkAction.EXTEND, List.of(id), "有理由"), office.officer()),
                BulkError.DATE_MISSING);
        assertRefused(
                () -> bulk.carryOut(order(BulkAction.LABEL, List.of(), null), office.officer()),
                BulkError.NOTHING_CHOSEN);
        assertRefused(
                () -> bulk.carryOut(order(BulkAction.LABEL, List.of(id), null), office.planningHead()),
                BulkError.NOT_YOURS);
        UUID step = bulk.carryOut(order(BulkAction.LABEL, List.of(id), null), office.officer());
        assertRefused(() -> outcomes.outcome(step, office.otherOfficer()), BulkError.UNKNOWN);
    }

    @Test
    void anItemIsFoundByWhatItsReportsSay() {
        UUID id = issued(LocalDate.of(2026, 4, 30));
        items.sign(office, id, office.planning, office.planningLiaison());
        items.report(office, id, office.planning, "已在青龙渡口新建渡船码头", office.planningLiaison(), office.planningHead());
        ItemFilter words = ItemFilter.open().withText("渡船");
        assertThat(found(words)).doesNotContain(id);
        assertThat(found(words.withReports(true))).contains(id);
        assertThat(found(ItemFilter.open().withText("碼頭").withReports(true)))
                .as("written in the other script")
                .contains(id);
        assertThat(found(ItemFilter.open().withText("渡口").withReports(true).withUnit(office.finance.id())))
                .doesNotContain(id);
    }

    private List<UUID> found(ItemFilter filter) {
        return list.page(filter.withSort(ItemFilter.Sort.NEWEST), null, office.officer()).rows().stream()
                .map(row -> row.id())
                .toList();
    }

    private BulkOutcome label(List<BulkOrder.Chosen> seen, String label, Actor actor, CyclicBarrier together)
            throws Exception {
        together.await();
        return carryOut(new BulkOrder(BulkAction.LABEL, seen, null, UrgeWhom.LEAD, null, null, label), actor);
    }

    private UUID issued(LocalDate due) {
        return items.issued(office, "批量" + UUID.randomUUID(), due, office.planning, office.roads);
    }

    private BulkOrder order(BulkAction action, List<UUID> ids, @Nullable String words) {
        return new BulkOrder(action, chosen(ids), words, UrgeWhom.BEHIND, null, null, null);
    }

    private List<BulkOrder.Chosen> chosen(List<UUID> ids) {
        return ids.stream()
                .map(id ->
                        new BulkOrder.Chosen(id, items.detail(office, id).item().version()))
                .toList();
    }

    private BulkOutcome carryOut(BulkOrder order, Actor actor) {
        return outcomes.outcome(bulk.carryOut(order, actor), actor);
    }

    private long linesOf(UUID id, String action) {
        return history.of(id, 100).stream()
                .map(HistoryLine::action)
                .filter(action::equals)
                .count();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
