package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.WholeHouse;
import org.luoshi.access.core.TokenService.Scope;
import org.luoshi.reporting.BulkProgram.Told;
import org.luoshi.reporting.core.Regime;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files as they really come: from Excel on a Chinese Windows, packed, broken, and cut off on the way. */
@WholeHouse
class BulkFilesTests {

    private static final String HEAD = "unit,zero,total,local,away\n";
    private static final String FILE =
            HEAD + "990101001201,,3,2,1\n990101001202,1\n990101002201,,5,5,0\n990101002202,1\n";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @LocalServerPort
    private int port;

    private InventedReporting house;
    private Regime villages;
    private BulkProgram county;

    @BeforeEach
    void villagesAndTheSystemOfTheirCounty(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        house.regions.openAccounts();
        villages = house.below("99", 5);
        county = new BulkProgram(port, house.token(house.regions.liaison("county-liaison"), Scope.WRITE), villages);
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void whatExcelSavesIsReadWithItsChineseNames(String charset) {
        String file = "单位代码;单位名称;零报告;签报人;新增合计;其中本地;其中外来;说明\r\n"
                + "990101001201;东11村;;\"村支书 \"\"甲\"\"\";\"1,002\";1002;0;\"两行；\n有分号;\"\r\n"
                + "990101001202;东12村;是;镕喆\r\n";
        Told told = Told.of(county.send("text/csv;charset=" + charset, file.getBytes(Charset.forName(charset)))
                .lines());

        assertThat(told.refused()).isEmpty();
        assertThat(told.counts()).containsExactly(2, 2, 0, 0);
        assertThat(told.encoding()).isEqualTo(charset.equals("UTF-8") ? "UTF-8" : "GB18030");
        assertThat(signers()).isEqualTo("村支书 \"甲\"、镕喆");
        assertThat(house.total(villages, InventedReporting.DAY, "990101001201")).isEqualTo(1002);
    }

    @Test
    void aMarkAtTheBeginningAndTabsAreNoMatter() throws IOException {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(MARK);
        marked.write(FILE.replace(',', '\t').getBytes(UTF_8));
        assertThat(Told.of(county.send(BulkProgram.CSV, marked.toByteArray()).lines())
                        .counts())
                .containsExactly(4, 4, 0, 0);
        assertThat(county.lines("\uFEFF{'unit':'990101001202','zero':true}").counts())
                .containsExactly(1, 0, 1, 0);
    }

    @Test
    void aQuoteWithoutAPartnerIsToldAndWhatStoodBeforeItIsIn() {
        Told told = county.csv(HEAD + "990101001201,,3,2,1\n990101001202,\"1\n990101002201,1\n");
        assertThat(told.refused()).containsExactly(entry(3L, "bulk-row-wrong"));
        assertThat(house.stored(villages)).isEqualTo(1);
    }

    @Test
    void oneBrokenLetterSpoilsItsOwnRowOnly() throws IOException {
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write("unit,zero,signer\n990101001201,1,".getBytes(UTF_8));
        broken.write(0xFF);
        broken.write("甲\n990101001202,1,乙\n".getBytes(UTF_8));
        Told told = Told.of(county.send(BulkProgram.CSV, broken.toByteArray()).lines());

        assertThat(told.refused()).containsExactly(entry(2L, "bulk-row-wrong"));
        assertThat(signers()).isEqualTo("乙");
    }

    @Test
    void whatIsNoTextIsRefusedBeforeTheFirstRow() throws IOException {
        county.send(BulkProgram.CSV, FILE.getBytes(UTF_16)).refused(422, "reporting.bulk-encoding");
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
        county.send(BulkProgram.CSV, workbook).refused(422, "reporting.bulk-encoding");
        county.send(BulkProgram.CSV, FILE.getBytes(UTF_8), "Content-Encoding", "gzip")
                .refused(422, "reporting.bulk-not-gzip");
        county.send(BulkProgram.CSV, new byte[] {0x1F, (byte) 0x8B}, "Content-Encoding", "gzip")
                .refused(422, "reporting.bulk-not-gzip");
        assertThat(house.stored(villages)).isZero();
    }

    @Test
    void whatIsPackedIsReadAndWhatBreaksOffInsideIsSaid() throws IOException {
        byte[] packed = BulkProgram.gzipped(FILE.getBytes(UTF_8));
        Told whole = Told.of(
                county.send(BulkProgram.CSV, packed, "Content-Encoding", "gzip").lines());
        assertThat(whole.counts()).containsExactly(4, 4, 0, 0);

        byte[] half = Arrays.copyOf(packed, packed.length - 12);
        Told cut = Told.of(
                county.send(BulkProgram.CSV, half, "Content-Encoding", "gzip").lines());
        cut.stopped("reporting.bulk-cut");
        assertThat(house.stored(villages)).isEqualTo(4);
    }

    /** 64 MB out of 64 KB: read with little memory, and refused as what it is. */
    @Test
    void aBombIsOneRowThatIsFarTooLong() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write((HEAD + "990101001201,,").getBytes(UTF_8));
            byte[] ones = new byte[1 << 20];
            Arrays.fill(ones, (byte) '1');
            for (int megabytes = 0; megabytes < 64; megabytes++) {
                out.write(ones);
            }
            out.write("\n990101001202,1\n".getBytes(UTF_8));
        }
        for (String type : new String[] {BulkProgram.CSV, BulkProgram.LINES}) {
            Told told = Told.of(county.send(type, bomb.toByteArray(), "Content-Encoding", "gzip")
                    .lines());
            assertThat(told.refused()).containsEntry(2L, "bulk-row-wrong");
        }
        assertThat(house.stored(villages)).isEqualTo(1);
    }

    @Test
    void anUploadThatIsCutSaysWhatIsInAndSentAgainGoesOn() throws IOException {
        byte[] whole = FILE.getBytes(UTF_8);
        int inTheThirdRow = FILE.indexOf("990101002201") + 15;
        Told cut = county.cut(BulkProgram.CSV, whole, inTheThirdRow);

        assertThat(cut.stopped("reporting.bulk-cut")).containsExactly(2, 2, 0, 0);
        assertThat(house.stored(villages)).isEqualTo(2);
        assertThat(county.state(cut.upload()).toString()).contains("\"taken\":2", "reporting.bulk-cut");

        Told again = Told.of(county.again(cut.upload(), FILE).lines());
        assertThat(again.upload()).isEqualTo(cut.upload());
        assertThat(again.counts()).containsExactly(4, 2, 2, 0);
        assertThat(county.state(cut.upload()).toString()).doesNotContain("bulk-cut");
        assertThat(house.stored(villages)).isEqualTo(4);
    }

    @Test
    void aLineThatIsCutIsNotTakenForAWholeOne() throws IOException {
        String lines =
                ReportingProgram.quoted("{'unit':'990101001201','zero':true}\n{'unit':'990101001202','zero':true}\n");
        int almost = lines.length() - 1;
        Told cut = county.cut(BulkProgram.LINES, lines.getBytes(UTF_8), almost);

        assertThat(cut.stopped("reporting.bulk-cut")).containsExactly(1, 1, 0, 0);
        assertThat(house.stored(villages)).isEqualTo(1);
    }

    private String signers() {
        return house.jdbc
                .sql("select string_agg(signer, '、' order by place) from reporting.report where regime = :regime")
                .param("regime", villages.id())
                .query(String.class)
                .single();
    }
}
