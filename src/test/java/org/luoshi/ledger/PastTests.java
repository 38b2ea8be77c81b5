package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.Light;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.PastItem;
import org.luoshi.ledger.core.PastQueries;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The ledger as it stood on a day that is over is what was seen on that day, whatever became of it. */
@WholeHouse
class PastTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemList list;

    @Autowired
    private PastQueries past;

    @Autowired
    private RequestService requests;

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

    /** What a page said on a day. */
    private record Seen(ItemRow row, List<AssignmentState> states, List<Light> lights, int open, int red) {}

    @Test
    void whatAPageSaidOnADayItSaysForEver() {
        Map<LocalDate, Seen> days = new TreeMap<>();
        String title = "核对" + UUID.randomUUID() + "项目台账";
        UUID id = items.draft(office, title, LocalDate.of(2026, 3, 12), office.planning, office.roads);
        days.put(look(2, id, title), seen(id, title));
        clock.set("2026-03-03T10:00:00+08:00");
        items.step(office, id, ItemStep.SUBMIT, office.officer());
        items.step(office, id, ItemStep.APPROVE, office.director());
        days.put(look(3, id, title), seen(id, title));
        clock.set("2026-03-04T10:00:00+08:00");
        items.step(office, id, ItemStep.ISSUE, office.officer());
        days.put(look(4, id, title), seen(id, title));
        clock.set("2026-03-05T09:00:00+08:00");
        items.sign(office, id, office.planning, office.planningLiaison());
        days.put(look(5, id, title), seen(id, title));
        clock.set("2026-03-06T09:00:00+08:00");
        UUID request = requests.ask(
                id,
                new NewRequest(
                        RequestKind.EXTENSION,
                        items.part(office, id, office.planning).id(),
                        "数据口径不一",
                        "已完成一半",
                        LocalDate.of(2026, 3, 20),
                        null,
                        null,
                        null),
                office.officer());
        requests.perform(request, RequestStep.GRANT, StepInput.of(1), office.director());
        days.put(look(6, id, title), seen(id, title));
        days.put(look(11, id, title), seen(id, title));
        days.put(look(23, id, title), seen(id, title));

        clock.set("2026-04-20T09:00:00+08:00");
        days.forEach((day, seen) -> {
            PastItem then = past.item(id, day, office.officer());
            assertThat(then.item()).as("row of %s", day).isEqualTo(seen.row());
            assertThat(then.units())
                    .as("units of %s", day)
                    .extracting(PastItem.PastUnit::state)
                    .isEqualTo(seen.states());
            assertThat(then.units())
                    .as("lights of %s", day)
                    .extracting(PastItem.PastUnit::light)
                    .isEqualTo(seen.lights());
            ItemFilter filter = ItemFilter.open().withText(title).withAsOf(day);
            assertThat(list.page(filter, null, office.officer()).rows())
                    .as("list of %s", day)
                    .containsExactly(seen.row());
            assertThat(list.count(filter, office.officer())).isEqualTo(seen.open());
            assertThat(list.count(filter.withView(ItemFilter.View.RED), office.officer()))
                    .isEqualTo(seen.red());
        });
    }

    @Test
    void whatEndedSinceIsStillOpenOnTheDayBefore() {
        String title = "撤办" + UUID.randomUUID();
        UUID id = items.draft(office, title, null, office.planning);
        clock.set("2026-03-09T10:00:00+08:00");
        items.step(office, id, ItemStep.SUBMIT, office.officer());
        clock.set("2026-03-10T10:00:00+08:00");
        items.step(office, id, ItemStep.DECLINE, "只需阅知", office.director());

        ItemFilter filter = ItemFilter.open().withText(title);
        assertThat(list.count(filter, office.officer())).isZero();
        assertThat(list.count(filter.withAsOf(LocalDate.of(2026, 3, 9)), office.officer()))
                .isEqualTo(1);
        assertThat(list.count(filter.withAsOf(LocalDate.of(2026, 3, 1)), office.officer()))
                .isZero();
    }

    @Test
    void aDayToComeAndAnItemBeforeItsTimeAreRefused() {
        UUID id = items.draft(office, "未到" + UUID.randomUUID(), null, office.planning);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> past.item(id, LocalDate.of(2026, 3, 3), office.officer()))
                .extracting(BusinessException::error)
                .isEqualTo(LedgerError.AS_OF_TO_COME);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> past.item(id, LocalDate.of(2026, 3, 1), office.officer()))
                .extracting(BusinessException::error)
                .isEqualTo(LedgerError.NOT_YET_THERE);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> past.item(id, LocalDate.of(2026, 3, 2), office.planningHead()))
                .extracting(BusinessException::error)
                .isEqualTo(LedgerError.UNKNOWN);
    }

    /** Goes to the last minute of a day in March and says which day it is. */
    private LocalDate look(int dayOfMarch, UUID id, String title) {
        LocalDate day = LocalDate.of(2026, 3, dayOfMarch);
        clock.set(day + "T23:59:59.999999+08:00");
        assertThat(items.detail(office, id).item().title()).isEqualTo(title);
        return day;
    }

    private Seen seen(UUID id, String title) {
        ItemFilter filter = ItemFilter.open().withText(title);
        ItemDetail detail = items.detail(office, id);
        return new Seen(
                list.page(filter, null, office.officer()).rows().get(0),
                detail.units().stream().map(ItemDetail.UnitPart::state).toList(),
                detail.units().stream().map(ItemDetail.UnitPart::light).toList(),
                list.count(filter, office.officer()),
                list.count(filter.withView(ItemFilter.View.RED), office.officer()));
    }
}
