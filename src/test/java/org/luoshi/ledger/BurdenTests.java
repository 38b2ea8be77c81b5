package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.burden.BurdenQueries;
import org.luoshi.ledger.burden.BurdenView;
import org.luoshi.ledger.burden.CarriedLoad;
import org.luoshi.ledger.burden.SimilarItem;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Before an item is sent the office sees what is asked already and what the units carry; above its own ceiling it says why. */
@WholeHouse
class BurdenTests {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private BurdenQueries burden;

    @Autowired
    private LedgerSettings settings;

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
    void noCeiling() {
        settings.set(LedgerSetting.UNIT_OPEN_CEILING, 0, office.director());
    }

    @Test
    void whatIsAskedAlreadyIsShownBeforeItIsAskedAgain() {
        UUID asked = items.issued(office, "报送渔塘湾堤防隐患排查整治进展情况", LocalDate.of(2026, 3, 20), office.roads, office.finance);
        UUID other = items.issued(office, "报送渔塘湾小学食堂采购清单", LocalDate.of(2026, 3, 20), office.roads);
        UUID again =
                items.draft(office, "请报送渔塘湾堤防隐患排查及整治进展", LocalDate.of(2026, 3, 25), office.finance, office.planning);

        BurdenView view =
                burden.before(again, items.detail(office, again).item().title(), office.officer());
        assertThat(view.similar()).extracting(SimilarItem::id).contains(asked).doesNotContain(other, again);
        SimilarItem found = view.similar().stream()
                .filter(similar -> similar.id().equals(asked))
                .findFirst()
                .orElseThrow();
        assertThat(found.percent()).isBetween(70, 100);
        assertThat(found.sharedUnits()).containsExactly(office.finance.shortName());
        assertThat(view.loads())
                .extracting(CarriedLoad::unitId)
                .containsExactly(office.finance.id(), office.planning.id());
        assertThat(burden.askedBefore(
                        office.finance.id(), List.of(items.detail(office, again).item()), office.officer()))
                .singleElement()
                .satisfies(before ->
                        assertThat(before.earlier()).extracting(SimilarItem::id).contains(asked));
    }

    @Test
    void aUnitCarriesOneMoreForEachItemThatIsSentToIt() {
        UUID draft = items.draft(office, "比对" + UUID.randomUUID(), LocalDate.of(2026, 3, 25), office.roads);
        CarriedLoad before =
                burden.before(draft, "比对", office.officer()).loads().get(0);
        items.issued(office, "增负" + UUID.randomUUID(), LocalDate.of(2026, 3, 18), office.roads);
        CarriedLoad after = burden.before(draft, "比对", office.officer()).loads().get(0);
        assertThat(after.open()).isEqualTo(before.open() + 1);
        assertThat(after.issuedThisMonth()).isEqualTo(before.issuedThisMonth() + 1);
        assertThat(after.dueSoon()).isGreaterThan(before.dueSoon());
    }

    @Test
    void aboveTheCeilingSendingWantsAReasonThatStandsInTheTimeLine() {
        items.issued(office, "占位" + UUID.randomUUID(), null, office.roads);
        UUID id = items.draft(office, "再交" + UUID.randomUUID(), null, office.roads);
        items.step(office, id, ItemStep.SUBMIT, office.officer());
        items.step(office, id, ItemStep.APPROVE, office.director());
        settings.setAll(Map.of(LedgerSetting.UNIT_OPEN_CEILING, 1), office.director());

        assertThat(burden.before(id, "再交", office.officer()).isOver()).isTrue();
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> items.step(office, id, ItemStep.ISSUE, office.officer()))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(LedgerError.LOAD_WANTS_REASON);
                    assertThat(String.valueOf(refusal.details().get("units"))).contains(office.roads.shortName());
                });
        assertThat(items.detail(office, id).item().state()).isEqualTo(ItemState.FILED);

        items.step(office, id, ItemStep.ISSUE, "汛期将至，须在本月办成", office.officer());
        assertThat(items.detail(office, id).item().state()).isEqualTo(ItemState.ISSUED);
        assertThat(history.of(id, 20))
                .filteredOn(line -> line.action().equals("issue"))
                .extracting(HistoryLine::reason)
                .containsExactly("汛期将至，须在本月办成");
    }
}
