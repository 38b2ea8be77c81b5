package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.WholeHouse;
import org.luoshi.access.core.TokenService.Scope;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.UnitService;
import org.luoshi.reporting.core.Regime;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may hand in what for whom, and what is not even read. */
@WholeHouse
class ReportDoorTests {

    private static final Object DAY = InventedReporting.DAY;
    private static final String ZERO = "{'unit':'990101','zero':true,'signer':'丙县联'}";

    @LocalServerPort
    private int port;

    private InventedReporting house;
    private Regime counties;

    @BeforeEach
    void aRegime(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        house.regions.openAccounts();
        house.office.openAccounts();
        counties = house.below("99", 3);
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void withoutAGoodTokenNothingIsTaken() {
        Actor liaison = house.regions.liaison("county-liaison");
        program(null).report(counties, DAY, ZERO).refused(403, "access.api-form-token");
        program(null).get(ReportingProgram.path(counties, DAY) + "/obligations").refused(401, "access.api-sign-in");
        program("luoshi_nonsense").report(counties, DAY, ZERO).refused(401, "access.token-refused");
        program(house.token(liaison, Scope.READ)).report(counties, DAY, ZERO).refused(403, "access.token-scope");
        ReportingProgram good = program(house.token(liaison, Scope.WRITE));
        house.at("2026-07-01T00:00:00+08:00");
        good.report(counties, DAY, ZERO).refused(401, "access.token-refused");
        assertThat(house.stored(counties)).isZero();
    }

    @Test
    void oneReportsForOneselfAndWhatIsBelowAndForNobodyElse() {
        ReportingProgram county = of("county-liaison");
        county.report(counties, DAY, zero("990102")).refused(403, "reporting.not-yours");
        county.report(counties, DAY, zero("place:" + house.key("990102"))).refused(403, "reporting.not-yours");
        county.report(counties, DAY, zero(house.regions.unit("990102").id().toString()))
                .refused(403, "reporting.not-yours");
        of("west-liaison").report(counties, DAY, ZERO).refused(403, "reporting.not-yours");
        program(house.token(house.office.financeLiaison(), Scope.WRITE))
                .report(counties, DAY, ZERO)
                .refused(403, "reporting.not-yours");
        program(house.token(house.office.leader(), Scope.WRITE))
                .report(counties, DAY, ZERO)
                .refused(403, "reporting.not-yours");
        assertThat(house.stored(counties)).isZero();

        of("province-liaison").report(counties, DAY, ZERO).taken();
        of("city-liaison").report(counties, DAY, zero("9901")).refused(422, "reporting.not-asked");
    }

    @Test
    void whatStandsIsReadByNobodyElseEither() {
        of("county-liaison").report(counties, DAY, ZERO).taken();
        String path = ReportingProgram.path(counties, DAY) + "/reports/990101";
        of("west-liaison").get(path).refused(403, "reporting.not-yours");
        assertThat(of("west-liaison")
                        .get(ReportingProgram.path(counties, DAY) + "/obligations")
                        .text())
                .doesNotContain("990101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{'unit':'990101','values':{'total':NaN},'signer':'丙'}",
                "{'unit':'990101','values':{'total':Infinity},'signer':'丙'}",
                "{'unit':'990101','values':{'total':[1]},'signer':'丙'}",
                "{'unit':'990101','values':{'total':{'a':1}},'signer':'丙'}",
                "{'unit':'990101','values':{'total':1,'total':2},'signer':'丙'}",
                "{'unit':'990101','values':[1],'signer':'丙'}",
                "{'unit':'990101','values':'x','signer':'丙'}",
                "{'unit':'990101','zero':'maybe','signer':'丙'}",
                "{'unit':'990101','zero':true,'signer':'丙','late':false}",
                "{'unit':'990101','zero':true,'signer':'丙'} {'unit':'990101'}",
                "{'unit':'990101','zero':true,'signer':['丙']}"
            })
    void whatIsNotOneReportIsNotRead(String json) {
        ReportingProgram.Answer answer = of("county-liaison").report(counties, DAY, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).startsWith("platform.api.");
        assertThat(house.stored(counties)).isZero();
    }

    @Test
    void rubbishWithoutMeasureIsRefusedAndTheNextReportIsTaken() {
        ReportingProgram county = of("county-liaison");
        String path = ReportingProgram.path(counties, DAY) + "/reports";
        county.report(counties, DAY, "[".repeat(200_000)).refused(400, "platform.api.unreadable");
        byte[] large = ("{\"unit\":\"990101\",\"zero\":true,\"signer\":\"丙\",\"reason\":\"" + "长".repeat(3_000_000)
                        + "\"}")
                .getBytes(UTF_8);
        county.send(path, "application/json", large).refused(413, "platform.api.too-large");
        county.send(path, "text/plain", "zero".getBytes(UTF_8)).refused(415, "platform.api.media-type");
        assertThat(house.stored(counties)).isZero();
        county.report(counties, DAY, ZERO).taken();
    }

    /** A county of its own, so that no other test misses it. */
    @Test
    void aUnitThatWasAbolishedIsToldFromOneThatNeverWas() {
        OrganizationApi organization = house.bean(OrganizationApi.class);
        Unit province = area(organization, null, "南山省");
        Unit city = area(organization, province, "南市");
        Unit merged = area(organization, city, "南甲县");
        Unit abolished = area(organization, city, "南乙县");
        Unit staying = area(organization, city, "南丙县");
        Regime regime = house.below(code(province), 3);
        house.at("2026-03-03T09:00:00+08:00");
        organization.mergeUnit(merged.id(), staying.id(), LocalDate.of(2026, 3, 3), Actor.system());
        house.bean(UnitService.class).end(abolished.id(), LocalDate.of(2026, 3, 4), null, Actor.system());
        house.layDown(regime);
        house.at("2026-03-05T09:00:00+08:00");
        house.layDown(regime);
        ReportingProgram office = program(house.token(house.office.officer(), Scope.WRITE));

        for (Unit gone : List.of(merged, abolished)) {
            for (String unit : List.of(gone.id().toString(), code(gone))) {
                office.report(regime, "2026-03-05", zero(unit)).refused(422, "reporting.place-ended");
                office.report(regime, "2026-03-02", zero(unit)).taken();
            }
        }
        office.report(regime, "2026-03-05", zero(code(staying))).taken();
    }

    @Test
    void aUnitWhoseEndIsSetReportsUntilThen() {
        OrganizationApi organization = house.bean(OrganizationApi.class);
        Unit province = area(organization, null, "北山省");
        Unit ending = area(organization, area(organization, province, "北市"), "北县");
        house.bean(UnitService.class).end(ending.id(), LocalDate.of(2026, 3, 20), null, Actor.system());
        Regime regime = house.below(code(province), 3);

        program(house.token(house.office.officer(), Scope.WRITE))
                .report(regime, DAY, zero(code(ending)))
                .taken();
    }

    private static Unit area(OrganizationApi organization, @Nullable Unit parent, String name) {
        String code = "97" + String.format("%06d", Math.abs(System.nanoTime() % 1_000_000));
        return organization.addUnit(
                new NewUnit(
                        parent == null ? null : parent.id(),
                        code,
                        name,
                        name,
                        List.of(),
                        UnitKind.AREA,
                        null,
                        org.luoshi.ledger.InventedOffice.SINCE),
                Actor.system());
    }

    private static String code(Unit unit) {
        return java.util.Objects.requireNonNull(unit.code());
    }

    private static String zero(String unit) {
        return "{'unit':'" + unit + "','zero':true,'signer':'丙县联'}";
    }

    private ReportingProgram of(String login) {
        return program(house.token(house.regions.liaison(login), Scope.WRITE));
    }

    private ReportingProgram program(@Nullable String token) {
        return new ReportingProgram(port, token);
    }
}
