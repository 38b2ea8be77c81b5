package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Rhythm;
import org.luoshi.reporting.forms.BurdenGate;
import org.luoshi.reporting.forms.DictionaryQueries;
import org.luoshi.reporting.forms.DictionaryService;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.reporting.forms.FormService;
import org.luoshi.reporting.forms.FormsQueries;
import org.luoshi.reporting.forms.NewField;
import org.luoshi.reporting.forms.NewRegime;
import org.luoshi.reporting.forms.RegimeApproval;
import org.luoshi.reporting.forms.RegimeService;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a field of the dictionary through the burden gate to a regime that runs and ends. */
@WholeHouse
class RegimeStoryTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static int made;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private DictionaryService dictionary;

    @Autowired
    private DictionaryQueries fields;

    @Autowired
    private FormService forms;

    @Autowired
    private FormsQueries versions;

    @Autowired
    private RegimeService regimes;

    @Autowired
    private RegimeApproval approval;

    @Autowired
    private RegimeQueries queries;

    @Autowired
    private BurdenGate gate;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private InventedRegions regions;

    @BeforeEach
    void anOfficeAndItsRegions() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        regions = InventedRegions.in(organization, access);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void aFormGoesThroughTheGateAndTheDirectorsSignatureBeforeAnybodyIsAsked() {
        UUID form = form();
        Regime regime = regimes.draft(wanted("98", form, "整改依据〔2026〕1号", MONDAY, MONDAY.plusDays(6)), office.officer());

        var weighed = gate.weigh(regime);
        assertThat(weighed.units()).isEqualTo(1);
        assertThat(weighed.periods()).isEqualTo(7);
        assertThat(weighed.minutesEach()).isEqualByComparingTo("4");
        assertThat(weighed.minutesAll()).isEqualByComparingTo("28");
        assertThat(rounds(regime)).isZero();

        approval.submit(regime.key(), office.officer());
        assertThat(obligations.openFor(office.director(), 500))
                .anyMatch(owed -> owed.sourceId().equals(regime.key()));
        refused(FormError.SECOND_EYES, () -> approval.approve(regime.key(), office.officer()));
        approval.approve(regime.key(), office.director());

        assertThat(queries.require(regime.key()).state(MONDAY)).isEqualTo(RegimeState.RUNNING);
        assertThat(queries.require(regime.key()).keptLevel()).isEqualTo(1);
        assertThat(rounds(regime)).isEqualTo(2);
        assertThat(obligations.openFor(office.director(), 500))
                .noneMatch(owed -> owed.sourceId().equals(regime.key()));
    }

    @Test
    void withoutBasisPurposeOrRecipientsNothingCanBeSubmitted() {
        Regime regime = regimes.draft(wanted(form(), "", MONDAY, MONDAY.plusDays(6)), office.officer());

        assertThat(gate.weigh(regime).gaps()).contains("reporting.gate.gap.basis");
        refused(FormError.GATE_CLOSED, () -> approval.submit(regime.key(), office.officer()));
    }

    @Test
    void aBurdenAboveTheBudgetNeedsASecondSignature() {
        UUID form = form(new BigDecimal("90"));
        Regime regime = regimes.draft(wanted(form, "依据", MONDAY, MONDAY.plusDays(29)), office.officer());

        approval.submit(regime.key(), office.officer());
        approval.approve(regime.key(), office.director());
        assertThat(queries.require(regime.key()).state(MONDAY)).isEqualTo(RegimeState.SUBMITTED);
        assertThat(rounds(regime)).isZero();
        refused(FormError.SECOND_EYES, () -> approval.approve(regime.key(), office.director()));

        approval.approve(regime.key(), office.officeLeader());
        assertThat(queries.require(regime.key()).state(MONDAY)).isEqualTo(RegimeState.RUNNING);
    }

    @Test
    void whatAnotherRegimeAsksOfTheSameUnitsIsNamedAtTheGate() {
        UUID form = form();
        start(wanted(form, "依据", MONDAY, MONDAY.plusDays(9)));
        Regime second = regimes.draft(wanted(form, "依据", MONDAY.plusDays(1), MONDAY.plusDays(3)), office.officer());

        var weighed = gate.weigh(second);

        assertThat(weighed.overlaps()).anySatisfy(overlap -> {
            assertThat(overlap.share()).isEqualTo(100);
            assertThat(overlap.sameUnits()).isEqualTo(4);
        });
        assertThat(weighed.known()).hasSize(2);
        assertThat(weighed.owedAlready()).isGreaterThanOrEqualTo(new BigDecimal("40"));
    }

    @Test
    void aReturnedRegimeIsMendedAndSubmittedAgain() {
        NewRegime wanted = wanted("98", form(), "依据", MONDAY, MONDAY.plusDays(6));
        Regime regime = regimes.draft(wanted, office.officer());
        approval.submit(regime.key(), office.officer());
        refused(FormError.NOT_NOW, () -> regimes.change(regime.key(), 2, wanted, office.officer()));

        approval.giveBack(regime.key(), "请先与市里商量", office.director());
        Regime returned = queries.require(regime.key());
        assertThat(returned.returnedFor()).isEqualTo("请先与市里商量");
        regimes.change(regime.key(), returned.version(), wanted, office.officer());
        refused(
                FormError.CHANGED_MEANWHILE,
                () -> regimes.change(regime.key(), returned.version(), wanted, office.officer()));
        approval.submit(regime.key(), office.officer());
        approval.approve(regime.key(), office.director());
        assertThat(queries.require(regime.key()).isApproved()).isTrue();
    }

    @Test
    void stoppedEarlyItAsksForNothingMoreAndAnExemptUnitIsNotMissing() {
        Regime regime = start(wanted(form(), "依据", MONDAY, MONDAY.plusDays(20)));
        regimes.exempt(
                regime.key(), regions.unit("990101").id(), MONDAY, MONDAY.plusDays(5), "正在转移群众", office.officer());
        assertThat(jdbc.sql("select count(*) from reporting.obligation where regime = :id and exempt")
                        .param("id", regime.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        regimes.stop(regime.key(), "汛情解除", office.officer());

        assertThat(rounds(regime)).isEqualTo(1);
        clock.set("2026-03-03T09:00:00+08:00");
        assertThat(queries.require(regime.key()).state(MONDAY.plusDays(1))).isEqualTo(RegimeState.ENDED);
    }

    @Test
    void anIssuedFieldKeepsItsCodeAndAWithdrawnOneIsNotAskedAgain() {
        UUID form = form();
        UUID field = versions.newestIssued(form).orElseThrow().fields().get(0).id();
        var known = fields.require(field);

        refused(
                FormError.CODE_FIXED,
                () -> dictionary.change(
                        field, known.version(), field("other" + made, "别的", BigDecimal.ONE), office.officer()));
        dictionary.withdraw(field, office.officer());
        forms.next(form, office.officer());

        assertThat(versions.draft(form).orElseThrow().fields())
                .noneMatch(chosen -> chosen.id().equals(field));
        int version = versions.draft(form).orElseThrow().version();
        refused(
                FormError.FIELD_WITHDRAWN,
                () -> forms.save(
                        form, version, List.of(new FormService.Choice(field, true)), List.of(), "", office.officer()));
    }

    @Test
    void whatCannotBeIsRefusedWithItsField() {
        refused(
                FormError.MISSING,
                () -> dictionary.add(
                        new NewField(
                                "x" + ++made,
                                "没依据",
                                FieldKind.WHOLE,
                                "",
                                "",
                                " ",
                                false,
                                null,
                                null,
                                List.of(),
                                BigDecimal.ONE),
                        office.officer()));
        refused(FormError.CODE_WRONG, () -> dictionary.add(field("1a", "名", BigDecimal.ONE), office.officer()));
        refused(FormError.CODE_TAKEN, () -> dictionary.add(field("and", "名", BigDecimal.ONE), office.officer()));
        refused(
                FormError.NOT_YOURS,
                () -> dictionary.add(field("y" + ++made, "名", BigDecimal.ONE), regions.liaison("county-liaison")));
        refused(
                FormError.END_BEFORE_START,
                () -> regimes.draft(wanted(form(), "依据", MONDAY, MONDAY.minusDays(1)), office.officer()));
        UUID form = forms.create("空表" + ++made, office.officer());
        refused(FormError.NO_FIELDS, () -> forms.issue(form, office.officer()));
        refused(
                ReportingError.EXPRESSION_WRONG,
                () -> forms.save(
                        form, 1, List.of(), List.of(new FormRule("stranger > 0", "没有", true)), "", office.officer()));
    }

    private Regime start(NewRegime wanted) {
        Regime regime = regimes.draft(wanted, office.officer());
        approval.submit(regime.key(), office.officer());
        approval.approve(regime.key(), office.director());
        if (!queries.require(regime.key()).isApproved()) {
            approval.approve(regime.key(), office.officeLeader());
        }
        return queries.require(regime.key());
    }

    private UUID form() {
        return form(new BigDecimal("2"));
    }

    private UUID form(BigDecimal minutes) {
        int number = ++made;
        UUID first = dictionary.add(field("f" + number, "转移人数" + number, minutes), office.officer());
        UUID second = dictionary.add(field("g" + number, "其中老人" + number, minutes), office.officer());
        UUID form = forms.create("日报" + number, office.officer());
        forms.save(
                form,
                1,
                List.of(new FormService.Choice(first, true), new FormService.Choice(second, false)),
                List.of(new FormRule("g" + number + " <= f" + number, "老人不能多于总数", true)),
                "",
                office.officer());
        forms.issue(form, office.officer());
        return form;
    }

    private static NewField field(String code, String name, BigDecimal minutes) {
        return new NewField(code, name, FieldKind.WHOLE, "人", "", "演示依据", false, null, null, List.of(), minutes);
    }

    private NewRegime wanted(UUID form, String basis, LocalDate first, LocalDate last) {
        return wanted("99", form, basis, first, last);
    }

    /** Below 98 there is one county, of which these tests ask little: no second signature there. */
    private NewRegime wanted(String below, UUID form, String basis, LocalDate first, LocalDate last) {
        return new NewRegime(
                "演示汛情日报",
                form,
                List.of(regions.unit(below).id()),
                3,
                Rhythm.DAILY,
                first,
                last,
                LocalTime.of(17, 0),
                0,
                List.of("分管领导"),
                basis,
                "演示用途",
                30);
    }

    private int rounds(Regime regime) {
        return jdbc.sql("select count(*) from reporting.round where regime = :id")
                .param("id", regime.id())
                .query(Integer.class)
                .single();
    }

    private static void refused(ErrorCode error, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
