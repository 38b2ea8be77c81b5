package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.WholeHouse;
import org.luoshi.access.core.TokenService.Scope;
import org.luoshi.reporting.ReportingProgram.Answer;
import org.luoshi.reporting.core.Regime;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The county's own system reports, well and badly. Whatever is refused is told by a code and leaves nothing behind. */
@WholeHouse
class ReportApiTests {

    private static final Object DAY = InventedReporting.DAY;
    private static final String ZERO = "{'unit':'990101','zero':true,'signer':'丙县联'}";

    @LocalServerPort
    private int port;

    private InventedReporting house;
    private Regime counties;
    private ReportingProgram county;

    @BeforeEach
    void aRegimeAndACountyWithAProgram(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        house.regions.openAccounts();
        counties = house.below("99", 3);
        county = new ReportingProgram(port, house.token(house.regions.liaison("county-liaison"), Scope.WRITE));
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void whatIsTakenIsSaidAndSentTwiceItCountsOnce() {
        JsonNode first = county.report(counties, DAY, ZERO).taken();
        JsonNode again = county.report(counties, DAY, ZERO).taken();

        assertThat(first.get("revision").asInt()).isEqualTo(1);
        assertThat(first.get("late").asBoolean()).isFalse();
        assertThat(first.get("unchanged").asBoolean()).isFalse();
        assertThat(again.get("unchanged").asBoolean()).isTrue();
        assertThat(again.get("at")).isEqualTo(first.get("at"));
        assertThat(house.stored(counties)).isEqualTo(1);
        JsonNode standing = county.get(ReportingProgram.path(counties, DAY) + "/reports/990101")
                .taken();
        assertThat(standing.get("state").asString()).isEqualTo("CONFIRMED_ZERO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000",
                "place:1",
                "place:-1",
                "place:x",
                "00000000-0000-0000-0000-000000000000",
                "\\u0000",
                "九"
            })
    void aUnitThatIsNotKnownIsRefused(String unit) {
        refused("{'unit':'%s','zero':true,'signer':'丙县联'}".formatted(unit), 404, "reporting.unknown-place");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 422, reporting.no-such-period",
        "2026-03-03, 422, reporting.not-open-yet",
        "2026-04-01, 422, reporting.after-the-end",
        "2026-02-30, 400, platform.api.invalid",
        "today, 400, platform.api.invalid"
    })
    void aPeriodThatIsNotAskedForIsRefusedWithTheReason(String period, int status, String code) {
        county.report(counties, period, ZERO).refused(status, code);
        assertThat(house.stored(counties)).isZero();
    }

    @Test
    void aRegimeThatNobodyOrderedIsUnknown() {
        String path = "/api/v1/reporting/regimes/" + UUID.randomUUID() + "/periods/" + DAY + "/reports";
        county.send(path, "application/json", ReportingProgram.quoted(ZERO).getBytes())
                .refused(404, "reporting.unknown-regime");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'abc', no-number",
                "'二', no-number",
                "'1e5', no-number",
                "1e5, no-number",
                "'NaN', no-number",
                "'Infinity', no-number",
                "'-Infinity', no-number",
                "true, no-number",
                "'1 000', no-number",
                "3.5, no-whole",
                "-1, negative",
                "'-1', negative",
                "100000000000000000000, too-large",
                "'100000000000000000000', too-large",
                "1000000000001, too-large"
            })
    void whatIsNoNumberNamesTheFieldAndWhy(String total, String why) {
        JsonNode details = refused(
                "{'unit':'990101','values':{'total':%s,'local':0,'away':0},'signer':'丙县联'}".formatted(total),
                422,
                "reporting.field-wrong");
        assertThat(details.get("field").asString()).isEqualTo("total");
        assertThat(details.get("why").asString()).isEqualTo("reporting.field-wrong." + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'total':1,'local':1}                           | field-missing",
                "{'total':'','local':1,'away':0}                 | field-missing",
                "{'total':1,'local':1,'away':0,'toatl':1}        | unknown-field",
                "{}                                              | field-missing",
                "{'total':9,'local':2,'away':1}                  | rule-broken",
                "{'total':1,'local':1,'away':0,'note':'a\\u0007'} | field-wrong",
                "{'total':1,'local':1,'away':0,'note':'\\ud800'}  | field-wrong"
            })
    void whatTheFormDoesNotAllowIsRefused(String values, String code) {
        refused("{'unit':'990101','values':" + values + ",'signer':'丙县联'}", 422, "reporting." + code);
    }

    @Test
    void aBrokenRuleIsToldInItsOwnWordsAndOneThatOnlyRemindsIsTaken() {
        Answer broken = county.report(counties, DAY, figures(9, 2, 1, ""));
        assertThat(broken.refused(422, "reporting.rule-broken").get("rules").asString())
                .isEqualTo("合计应等于本地与外来之和");
        assertThat(broken.body().get("detail").asString()).contains("合计应等于本地与外来之和");
        assertThat(house.stored(counties)).isZero();

        county.report(counties, DAY, figures(1, 1, 0, "")).taken();
        house.at("2026-03-03T09:00:00+08:00");
        JsonNode warned =
                county.report(counties, "2026-03-03", figures(500, 500, 0, "")).taken();
        assertThat(warned.get("warnings").get(0).asString()).contains("增加超过100");
    }

    @Test
    void zeroTogetherWithFiguresIsNeither() {
        refused(
                "{'unit':'990101','zero':true,'values':{'total':1},'signer':'丙县联'}",
                422,
                "reporting.zero-with-figures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'signer':' '                    | 422 | reporting.no-signer",
                "'signer':'丙\\u0000'            | 422 | reporting.no-signer",
                "'signer':'丙\\n县'              | 422 | reporting.no-signer",
                "'signer':'丙\\ud800'            | 422 | reporting.no-signer",
                "'signer':'机密★10年'            | 422 | files.marked",
                "'signer':null                   | 400 | platform.api.invalid",
                "'note':1                        | 400 | platform.api.invalid",
                "'signer':'丙','revision':-1     | 400 | platform.api.invalid",
                "'signer':'丙','revision':1e99   | 400 | platform.api.unreadable",
                "'signer':'丙','revision':99999  | 409 | reporting.changed-meanwhile"
            })
    void whoSignsAndWhatWasSeenMustBeRight(String rest, int status, String code) {
        refused("{'unit':'990101','zero':true," + rest + "}", status, code);
    }

    @Test
    void sixtyOneLettersAreNoName() {
        refused("{'unit':'990101','zero':true,'signer':'" + "丙".repeat(61) + "'}", 422, "reporting.too-long");
    }

    @Test
    void aCorrectionNeedsAReasonThatCanBeShown() {
        county.report(counties, DAY, figures(3, 2, 1, "")).taken();

        county.report(counties, DAY, figures(4, 3, 1, "")).refused(409, "reporting.already-reported");
        county.report(counties, DAY, figures(4, 3, 1, ",'revision':1")).refused(422, "reporting.reason-missing");
        for (String reason : List.of("漏报\\u0007", "漏报\\u0000", "漏报\\ud800")) {
            county.report(counties, DAY, figures(4, 3, 1, ",'revision':1,'reason':'" + reason + "'"))
                    .refused(422, "reporting.unshowable");
        }
        assertThat(house.stored(counties)).isEqualTo(1);
        county.report(counties, DAY, figures(4, 3, 1, ",'revision':1,'reason':'漏报一例\\n已核实'"))
                .taken();
    }

    @Test
    void ofTwoCorrectionsAtOnceOneIsTakenAndTheOtherHasToLookAgain() {
        county.report(counties, DAY, figures(3, 2, 1, "")).taken();

        List<Answer> both = Stream.of(4, 5)
                .map(total -> CompletableFuture.supplyAsync(
                        () -> county.report(counties, DAY, figures(total, total, 0, ",'revision':1,'reason':'更正'"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted((one, other) -> one.status() - other.status())
                .toList();

        assertThat(both.get(0).taken().get("revision").asInt()).isEqualTo(2);
        assertThat(both.get(1)
                        .refused(409, "reporting.changed-meanwhile")
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(house.stored(counties)).isEqualTo(2);
    }

    @Test
    void onlyTheClockOfTheHouseSaysWhatIsLate() {
        house.at("2026-03-02T17:00:00+08:00");
        String[] tomorrow = {"Date", "Tue, 03 Mar 2026 09:00:00 GMT"};
        assertThat(county.report(counties, DAY, ZERO, tomorrow)
                        .taken()
                        .get("late")
                        .asBoolean())
                .isFalse();

        house.at("2026-03-02T17:00:01+08:00");
        ReportingProgram other =
                new ReportingProgram(port, house.token(house.regions.liaison("county-liaison-2"), Scope.WRITE));
        String[] thisMorning = {"Date", "Mon, 02 Mar 2026 01:00:00 GMT"};
        other.report(counties, DAY, "{'unit':'990102','zero':true,'signer':'丁','at':'2026-03-02T09:00:00+08:00'}")
                .refused(400, "platform.api.invalid");
        JsonNode late = other.report(counties, DAY, "{'unit':'990102','zero':true,'signer':'丁'}", thisMorning)
                .taken();
        assertThat(late.get("late").asBoolean()).isTrue();
        assertThat(late.get("at").asString()).startsWith("2026-03-02T09:00:01");
    }

    private static String figures(int total, int local, int away, String more) {
        return "{'unit':'990101','values':{'total':%d,'local':%d,'away':%d},'signer':'丙县联'%s}"
                .formatted(total, local, away, more);
    }

    private JsonNode refused(String json, int status, String code) {
        JsonNode details = county.report(counties, DAY, json).refused(status, code);
        assertThat(house.stored(counties)).isZero();
        return details;
    }
}
