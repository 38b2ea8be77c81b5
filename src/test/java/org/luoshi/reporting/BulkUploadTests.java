package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.WholeHouse;
import org.luoshi.access.core.TokenService.Scope;
import org.luoshi.reporting.BulkProgram.Told;
import org.luoshi.reporting.core.Regime;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A county uploads what its villages report; each row has its own answer, and what was sent twice counts once. */
@WholeHouse
class BulkUploadTests {

    private static final Object DAY = InventedReporting.DAY;
    private static final String HEAD = "unit,zero,total,local,away\n";
    private static final String GOOD = "990101001201,,3,2,1\n";

    @LocalServerPort
    private int port;

    private InventedReporting house;
    private Regime villages;
    private BulkProgram county;

    @BeforeEach
    void villagesAndTheSystemOfTheirCounty(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        house.regions.openAccounts();
        house.office.openAccounts();
        villages = house.below("99", 5);
        county = program(house.regions.liaison("county-liaison"), Scope.WRITE);
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void eachRowHasItsOwnAnswerAndABadOneHarmsNoOther() {
        Told told = county.csv("unit,zero,total,local,away,note,revision\n" + "990101001201,,3,2,1,好\n"
                + "000000000000,1\n" + "990201001201,1\n" + "990101,1\n" + "990101001202,,9,2,1\n"
                + "990101001202,,三,2,1\n" + "990101001202,,-3,2,1\n" + "990101001202,,100000000000000000000,2,1\n"
                + ",1\n" + "990101001202,1,1,1,0\n" + "990101001202,maybe\n" + "990101001202,1,,,,,一\n"
                + "990101001202,1,,,,,,,,x\n" + "990101001202,,1\n" + "\n" + ",,,,\n" + "990101001202,1\n");

        assertThat(told.refused())
                .containsExactly(
                        entry(3L, "unknown-place"),
                        entry(4L, "not-yours"),
                        entry(5L, "not-asked"),
                        entry(6L, "rule-broken"),
                        entry(7L, "field-wrong"),
                        entry(8L, "field-wrong"),
                        entry(9L, "field-wrong"),
                        entry(10L, "bulk-row-without-unit"),
                        entry(11L, "zero-with-figures"),
                        entry(12L, "bulk-row-wrong"),
                        entry(13L, "bulk-row-wrong"),
                        entry(14L, "bulk-row-wrong"),
                        entry(15L, "field-missing"));
        assertThat(told.counts()).containsExactly(15, 2, 0, 13);
        assertThat(house.stored(villages)).isEqualTo(2);
        assertThat(house.total(villages, InventedReporting.DAY, "990101001201")).isEqualTo(3);
    }

    @Test
    void aLineOfJsonThatIsNoReportHarmsNoOtherEither() {
        Told told = county.lines("{'unit':'990101001201','values':{'total':3,'local':2,'away':1}}\n" + "not json\n"
                + "{'unit':'990101001202','zero':true,'late':false}\n" + "{'unit':'990101001202','zero':'yes'}\n"
                + "{'unit':'990101001202','values':{'total':NaN}}\n" + "[1]\n"
                + "{'unit':'990101001202','values':{'total':[1]}}\n" + "{'unit':'990101001202','zero':true}{}\n"
                + "{'unit':'990101001202','zero':true,'revision':1.5}\n" + "{'unit':'990101001202'\n"
                + "{'unit':'990101001202','values':{'note':'" + "长".repeat(200_000) + "'}}\n" + "\n"
                + "{'zero':true}\n"
                + "{'unit':'990101001202','values':{'total':1,'local':1,'away':0,'note':'a\\u0000'}}\n"
                + "{'unit':'990101001202','zero':true,'signer':'丁'}");

        assertThat(told.refused().keySet()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 13L, 14L);
        assertThat(told.refused()).containsEntry(13L, "bulk-row-without-unit").containsEntry(14L, "field-wrong");
        assertThat(told.counts()).containsExactly(14, 2, 0, 12);
        assertThat(house.stored(villages)).isEqualTo(2);
    }

    @Test
    void whatIsSentAgainCountsOnceWhateverFormItComesIn() {
        String file = HEAD + GOOD + "990101001202,1\n";
        assertThat(county.csv(file).counts()).containsExactly(2, 2, 0, 0);
        assertThat(county.csv(file).counts()).containsExactly(2, 0, 2, 0);
        assertThat(county.lines("{'unit':'990101001201','values':{'total':3,'local':2,'away':1}}\n"
                                + "{'unit':'990101001202','zero':true}\n")
                        .counts())
                .containsExactly(2, 0, 2, 0);
        assertThat(house.stored(villages)).isEqualTo(2);
    }

    @Test
    void ofTwoRowsForOneUnitTheFirstCountsAndTheSecondIsJudgedAfterIt() {
        Told told = county.csv(HEAD + GOOD + GOOD + "990101001201,,4,2,2\n" + "place:" + house.key("990101001201")
                + ",1\n" + "990101001202,1\n");

        assertThat(told.refused()).containsExactly(entry(4L, "already-reported"), entry(5L, "already-reported"));
        assertThat(told.counts()).containsExactly(5, 2, 1, 2);
        assertThat(house.stored(villages)).isEqualTo(2);
        assertThat(house.total(villages, InventedReporting.DAY, "990101001201")).isEqualTo(3);
    }

    @Test
    void aCorrectionInAFileNeedsItsRevisionAndAReason() {
        county.csv(HEAD + GOOD);
        String head = "unit,total,local,away,revision,reason\n";

        assertThat(county.csv(head + "990101001201,4,3,1,1,\n").refused()).containsEntry(2L, "reason-missing");
        assertThat(county.csv(head + "990101001201,4,3,1,1,漏报\n").counts()).containsExactly(1, 1, 0, 0);
        assertThat(county.csv(head + "990101001201,5,4,1,1,再改\n").refused()).containsEntry(2L, "changed-meanwhile");
        assertThat(house.total(villages, InventedReporting.DAY, "990101001201")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit,total,lokal                  | bulk-unknown-column",
                "total,local,away                  | bulk-no-unit-column",
                "990101001201,1                    | bulk-unknown-column",
                "unit,total,新增合计               | bulk-column-twice",
                "unit,code                         | bulk-column-twice",
            })
    void aHeadingThatIsNotUnderstoodStopsItBeforeTheFirstRow(String head, String code) {
        county.send(BulkProgram.CSV, (head + "\n" + GOOD).getBytes(UTF_8)).refused(422, "reporting." + code);
        assertThat(house.stored(villages)).isZero();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        for (String type : List.of(BulkProgram.CSV, BulkProgram.LINES)) {
            county.send(type, new byte[0]).refused(422, "reporting.bulk-empty");
        }
        county.send(BulkProgram.CSV, mark).refused(422, "reporting.bulk-empty");
        assertThat(county.csv(HEAD).counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void onlyWhoReportsUploadsAndOnlyForARoundThatIsAsked() {
        String file = HEAD + GOOD;
        county.send("application/json", file.getBytes(UTF_8)).refused(415, "platform.api.media-type");
        program(house.regions.liaison("county-liaison"), Scope.READ)
                .send(BulkProgram.CSV, file.getBytes(UTF_8))
                .refused(403, "access.token-scope");
        program(house.office.leader(), Scope.WRITE)
                .send(BulkProgram.CSV, file.getBytes(UTF_8))
                .refused(403, "reporting.not-yours");
        String bulk = ReportingProgram.path(villages, "2026-04-01") + "/bulk";
        county.program().send(bulk, BulkProgram.CSV, file.getBytes(UTF_8)).refused(422, "reporting.after-the-end");
        assertThat(program(house.regions.liaison("west-liaison"), Scope.WRITE)
                        .csv(file)
                        .refused())
                .containsEntry(2L, "not-yours");
        assertThat(house.stored(villages)).isZero();
    }

    @Test
    void anUploadIsSentAgainUnderItsNumberByItsSenderOnly() {
        String file = HEAD + GOOD + "990101001202,1\n";
        UUID upload = county.csv(file).upload();

        Told again = Told.of(county.again(upload, file).lines());
        assertThat(again.upload()).isEqualTo(upload);
        assertThat(again.counts()).containsExactly(2, 0, 2, 0);
        assertThat(county.state(upload).toString()).contains("\"unchanged\":2");

        BulkProgram other = program(house.regions.liaison("county-liaison-2"), Scope.WRITE);
        other.again(upload, file).refused(404, "reporting.unknown-upload");
        other.program().get("/api/v1/reporting/uploads/" + upload).refused(404, "reporting.unknown-upload");
        county.again(UUID.randomUUID(), file).refused(404, "reporting.unknown-upload");
        house.at("2026-03-03T09:00:00+08:00");
        county.program()
                .send(
                        ReportingProgram.path(villages, "2026-03-03") + "/bulk?signer=x&upload=" + upload,
                        BulkProgram.CSV,
                        file.getBytes(UTF_8))
                .refused(404, "reporting.unknown-upload");
        assertThat(house.stored(villages)).isEqualTo(2);
    }

    /** Something that no check foresaw: here, a constraint that only this test knows. */
    @Test
    void aRowThatTheDatabaseRefusesHarmsNoOther() {
        house.jdbc
                .sql("alter table reporting.report add constraint unforeseen check (signer <> '演示异常') not valid")
                .update();
        try {
            Told told = county.csv("unit,zero,signer\n990101001201,1,甲\n990101001202,1,演示异常\n990101002201,1,乙\n");

            assertThat(told.refused()).containsExactly(entry(3L, "not-written"));
            assertThat(told.counts()).containsExactly(3, 2, 0, 1);
            assertThat(house.stored(villages)).isEqualTo(2);
        } finally {
            house.jdbc
                    .sql("alter table reporting.report drop constraint unforeseen")
                    .update();
        }
    }

    private BulkProgram program(Actor owner, Scope scope) {
        return new BulkProgram(port, house.token(owner, scope), villages);
    }
}
