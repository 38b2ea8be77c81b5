package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
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
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Rhythm;
import org.luoshi.reporting.forms.BurdenGate;
import org.luoshi.reporting.forms.DictionaryQueries;
import org.luoshi.reporting.forms.DictionaryService;
import org.luoshi.reporting.forms.FormDifference;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.reporting.forms.FormService;
import org.luoshi.reporting.forms.FormVersionView;
import org.luoshi.reporting.forms.FormsQueries;
import org.luoshi.reporting.forms.NewField;
import org.luoshi.reporting.forms.NewRegime;
import org.luoshi.reporting.forms.RegimeApproval;
import org.luoshi.reporting.forms.RegimeService;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gate lets through: no more than was shown and signed by somebody else. */
@WholeHouse
class BurdenGateTests {

    private static final LocalDate MONDAY = InventedForms.MONDAY;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private FormService forms;

    @Autowired
    private DictionaryService dictionary;

    @Autowired
    private DictionaryQueries fields;

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
    private ReportDesk desk;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedForms invented;
    private InventedOffice office;
    private InventedRegions regions;

    @BeforeEach
    void anOfficeAndItsRegions() {
        clock.set(TestClock.START);
        invented = new InventedForms(dictionary, forms, versions, regimes, approval, queries);
        office = InventedOffice.in(organization, access);
        regions = InventedRegions.in(organization, access);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void theMostBurdenedUnitCountsAndNotTheSumOverAllUnits() {
        Regime draft = regimes.draft(inJune(1, 9, "99"), office.officer());

        approved(inJune(3, 5, "99"));
        approved(inJune(1, 5, "9901"));
        approved(inJune(40, 5, "98"));

        // Every county owes 2 × 3 minutes on five days, those of one city 2 × 1 more; what 西水省 owes is no matter of
        // theirs.
        assertThat(gate.weigh(draft).owedAlready()).isEqualByComparingTo("40");
    }

    @Test
    void theHeaviestMonthIsNamed() {
        Regime draft = regimes.draft(
                InventedForms.counties(
                        invented.form(office, 2).id(), MONDAY.plusDays(20), MONDAY.plusDays(50), unit("98")),
                office.officer());

        var weighed = gate.weigh(draft);

        assertThat(weighed.periods()).isEqualTo(31);
        assertThat(weighed.month()).isEqualTo("2026-04-01");
        assertThat(weighed.minutesMonth()).isEqualByComparingTo("84");
        assertThat(weighed.minutesAll()).isEqualByComparingTo("124");
    }

    @Test
    void whatWasWeighedIsWhatIsAskedAlsoWhenTheFormGrewMeanwhile() {
        InventedForms.Form form = invented.form(office, 2);
        Regime regime = regimes.draft(
                InventedForms.counties(form.id(), MONDAY, MONDAY.plusDays(3), unit("98")), office.officer());
        approval.submit(regime.key(), office.officer());
        invented.nextVersion(form.id(), office, form.people(), form.elderly(), invented.anotherField(office, 50));

        approval.approve(regime.key(), office.director());

        assertThat(numbers(regime)).containsExactly(1);
    }

    @Test
    void aVersionThatAsksForMorePassesTheGateAgainAndALighterOneIsUsedFromALaterDay() {
        InventedForms.Form form = invented.form(office, 2);
        Regime regime = approved(InventedForms.counties(form.id(), MONDAY, MONDAY.plusDays(20), unit("98")));
        invented.nextVersion(form.id(), office, form.people(), form.elderly(), invented.anotherField(office, 1));
        refused(
                FormError.HEAVIER_VERSION,
                () -> regimes.useNewestVersion(regime.key(), MONDAY.plusDays(3), office.officer()));

        invented.nextVersion(form.id(), office, form.people());
        refused(
                FormError.BEGINS_IN_PAST,
                () -> regimes.useNewestVersion(regime.key(), MONDAY.plusDays(1), office.officer()));
        regimes.useNewestVersion(regime.key(), MONDAY.plusDays(3), office.officer());

        assertThat(numbers(regime)).containsExactly(1, 3);
        Regime draft = regimes.draft(wanted(1, 3, "98"), office.officer());
        refused(FormError.NOT_NOW, () -> regimes.useNewestVersion(draft.key(), MONDAY.plusDays(3), office.officer()));
    }

    @Test
    void whoChangedTheDraftCannotSignIt() {
        NewRegime wanted = wanted(1, 3, "98");
        Regime regime = regimes.draft(wanted, office.officer());
        regimes.change(regime.key(), regime.version(), wanted, office.director());

        assertThat(gate.weigh(queries.require(regime.key())).gaps()).containsExactly("reporting.gate.gap.approver");
        refused(FormError.GATE_CLOSED, () -> approval.submit(regime.key(), office.director()));

        regimes.change(regime.key(), regime.version() + 1, wanted, office.officer());
        approval.submit(regime.key(), office.officer());
        refused(FormError.SECOND_EYES, () -> approval.giveBack(regime.key(), "不行", office.otherOfficer()));
        approval.approve(regime.key(), office.director());
    }

    @Test
    void whatIsSignedAfterTheCutOffBeginsOnTheNextDayAndNeverInThePast() {
        Regime late = regimes.draft(wanted(1, 3, "98"), office.officer());
        Regime tooLate = regimes.draft(wanted(1, 0, "98"), office.officer());
        approval.submit(late.key(), office.officer());
        approval.submit(tooLate.key(), office.officer());
        clock.set("2026-03-02T17:30:00+08:00");

        approval.approve(late.key(), office.director());
        refused(FormError.END_PASSED, () -> approval.approve(tooLate.key(), office.director()));

        assertThat(queries.require(late.key()).firstDay()).isEqualTo(MONDAY.plusDays(1));
        assertThat(queries.rounds(late.id(), MONDAY.plusDays(9), 9))
                .singleElement()
                .satisfies(round -> assertThat(round.period()).isEqualTo(MONDAY.plusDays(1)));
        assertThat(queries.require(tooLate.key()).state(MONDAY)).isEqualTo(RegimeState.SUBMITTED);
    }

    @Test
    void aFieldThatIsReportedElsewhereIsShownWithItsLastFigureAndLeavesTheFormWithItsRule() {
        InventedForms.Form form = invented.form(office, 2);
        Regime running = approved(InventedForms.counties(form.id(), MONDAY, MONDAY.plusDays(9), unit("9901")));
        report(running, "990101", Map.of(form.peopleCode(), "7", form.elderlyCode(), "2"));
        report(running, "990102", Map.of(form.peopleCode(), "5", form.elderlyCode(), "0"));
        Regime draft = regimes.draft(
                InventedForms.counties(form.id(), MONDAY, MONDAY.plusDays(9), unit("99")), office.officer());

        assertThat(gate.weigh(draft).known()).anySatisfy(field -> {
            assertThat(field.id()).isEqualTo(form.people());
            assertThat(field.day()).isEqualTo(MONDAY);
            assertThat(field.figure()).isEqualTo("12人");
            assertThat(field.said() + " / " + field.owed()).isEqualTo("2 / 2");
        });
        assertThat(gate.weigh(draft).overlaps()).anySatisfy(overlap -> {
            assertThat(overlap.sameUnits()).isEqualTo(2);
            assertThat(overlap.share()).isEqualTo(100);
        });

        regimes.askWithout(draft.key(), form.people(), office.officer());

        FormVersionView second = versions.newestIssued(form.id()).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.rules()).isEmpty();
        assertThat(gate.weigh(draft).known()).noneMatch(field -> field.id().equals(form.people()));
        assertThat(numbers(running)).containsExactly(1);
        refused(FormError.LAST_FIELD, () -> regimes.askWithout(draft.key(), form.elderly(), office.officer()));
        assertThat(versions.draft(form.id())).isEmpty();
        assertThat(FormDifference.between(versions.versions(form.id()).get(1), second))
                .extracting(FormDifference::textKey)
                .containsExactly("reporting.form.difference.removed", "reporting.form.difference.rule-removed");
    }

    @Test
    void onlyWhoIsAskedCanBeExemptedAndNotLongerThanTheRegime() {
        Regime regime = approved(wanted(1, 5, "99"));
        refused(FormError.NOT_ASKED, () -> exempt(regime, "980101", 0, 2));
        refused(FormError.NOT_ASKED, () -> exempt(regime, "9901", 0, 2));
        refused(FormError.NOT_ASKED, () -> exempt(regime, "990101", 5, 9));
        refused(FormError.END_BEFORE_START, () -> exempt(regime, "990101", 2, 1));

        exempt(regime, "990101", 3, 900);

        assertThat(jdbc.sql("select to_day from reporting.exemption where regime = :regime")
                        .param("regime", regime.id())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(MONDAY.plusDays(4));
    }

    @Test
    void whatWasSubmittedTooEarlyIsTakenBackAndADraftThatNobodyNeedsIsDeleted() {
        Regime regime = regimes.draft(wanted(1, 5, "98"), office.officer());
        approval.submit(regime.key(), office.officer());
        refused(FormError.NOT_NOW, () -> approval.discard(regime.key(), office.officer()));
        assertThat(waitsForTheDirector(regime)).isTrue();

        approval.takeBack(regime.key(), office.officer());
        assertThat(waitsForTheDirector(regime)).isFalse();
        refused(FormError.NOT_NOW, () -> approval.approve(regime.key(), office.director()));
        clock.set("2026-03-02T10:00:00+08:00");
        approval.submit(regime.key(), office.officer());
        assertThat(waitsForTheDirector(regime)).isTrue();
        approval.takeBack(regime.key(), office.officer());
        refused(FormError.NOT_YOURS, () -> approval.discard(regime.key(), regions.liaison("county-liaison")));
        approval.discard(regime.key(), office.officer());

        refused(ReportingError.UNKNOWN_REGIME, () -> queries.require(regime.key()));
        Regime running = approved(wanted(1, 5, "98"));
        refused(FormError.NOT_NOW, () -> approval.discard(running.key(), office.officer()));
    }

    private boolean waitsForTheDirector(Regime regime) {
        return obligations.openFor(office.director(), 500).stream()
                .anyMatch(owed -> owed.sourceId().equals(regime.key()));
    }

    @Test
    void whatWasReportedKeepsItsMeaning() {
        InventedForms.Form form = invented.form(office, 2);
        var known = fields.require(form.people());
        NewField says = known.says();

        for (NewField other : List.of(as(says, "万人", false, says.name()), as(says, "人", true, says.name()))) {
            refused(
                    FormError.CODE_FIXED,
                    () -> dictionary.change(form.people(), known.version(), other, office.officer()));
        }
        dictionary.change(form.people(), known.version(), as(says, "人", false, "集中安置人数"), office.officer());
    }

    @Test
    void aRegimeWithoutASinglePeriodOrWithoutAnEndInSightIsRefused() {
        NewRegime weekend = new NewRegime(
                "周末",
                invented.form(office, 1).id(),
                List.of(unit("98")),
                3,
                Rhythm.WORKDAYS,
                MONDAY.plusDays(5),
                MONDAY.plusDays(6),
                LocalTime.of(17, 0),
                0,
                List.of("分管领导"),
                "依据",
                "用途",
                30);
        Regime regime = regimes.draft(weekend, office.officer());

        assertThat(gate.weigh(regime).gaps()).containsExactly("reporting.gate.gap.periods");
        refused(
                FormError.TOO_LONG,
                () -> regimes.draft(
                        InventedForms.counties(weekend.formId(), MONDAY, MONDAY.plusYears(2000), unit("98")),
                        office.officer()));
    }

    private static NewField as(NewField says, String measure, boolean personal, String name) {
        return new NewField(
                says.code(),
                name,
                says.kind(),
                measure,
                says.definition(),
                says.basis(),
                personal,
                says.least(),
                says.most(),
                says.choices(),
                says.minutes());
    }

    private NewRegime wanted(int minutes, int days, String below) {
        return InventedForms.counties(
                invented.form(office, minutes).id(), MONDAY, MONDAY.plusDays(days == 0 ? 0 : days - 1), unit(below));
    }

    private NewRegime inJune(int minutes, int days, String below) {
        LocalDate first = LocalDate.of(2026, 6, 1);
        return InventedForms.counties(
                invented.form(office, minutes).id(), first, first.plusDays(days - 1), unit(below));
    }

    private Regime approved(NewRegime wanted) {
        return invented.approved(wanted, office);
    }

    private UUID unit(String code) {
        return regions.unit(code).id();
    }

    private void exempt(Regime regime, String code, int from, int to) {
        regimes.exempt(regime.key(), unit(code), MONDAY.plusDays(from), MONDAY.plusDays(to), "正在转移", office.officer());
    }

    private List<Integer> numbers(Regime regime) {
        return jdbc.sql("select number from reporting.regime_form where regime = :regime order by from_day")
                .param("regime", regime.id())
                .query(Integer.class)
                .list();
    }

    private void report(Regime regime, String code, Map<String, String> values) {
        desk.hand(
                regime.key(),
                MONDAY,
                new Incoming(0, code, false, values, "签报人", office.officer(), Channel.PROGRAM, 0, null, true));
    }

    private static void refused(ErrorCode error, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
