package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.exchange.ExportKind;
import org.luoshi.reporting.exchange.ExportService;
import org.luoshi.reporting.exchange.ExportStore;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A period as a file: every unit that was asked has its row, silence is an empty cell, and personal data goes only to those who report it. */
@WholeHouse
class ExportPagesTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private HistoryApi history;

    @Autowired
    private SpreadsheetsApi spreadsheets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private ExportService exports;

    @Autowired
    private ExportStore store;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;
    private Actor officer;
    private Actor leader;
    private Actor county;
    private Regime villages;

    @BeforeEach
    void aRegimeOfVillages(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        county = InventedRegions.in(organization, access).liaison("county-liaison");
        InventedOffice office = InventedOffice.in(organization, access);
        officer = office.officer();
        leader = office.leader();
        villages = new InventedRegime(jdbc, register, regimes, maker, clock).below("99", 5, officer.personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void everyUnitHasItsRowAndSilenceIsNotNought() throws Exception {
        zero("990101001201");
        figures("990101001202", "7", "=HYPERLINK(1)", "甲某");
        clock.set("2026-03-02T18:00:00+08:00");

        byte[] file = fetched(export("99", "XLSX"), officer);

        List<List<String>> rows = rows(file);
        assertThat(rows).hasSize(17);
        assertThat(rows.get(0))
                .startsWith("单位代码", "省", "市", "县", "乡镇", "村", "报送情况", "新增合计（例）")
                .contains("首例姓名", "签报人", "更正理由");
        assertThat(rows.get(1))
                .startsWith("990101001201", "东山省", "东1市", "东11县", "东111镇", "东1111村", "零报告", "0", "0", "0");
        assertThat(rows.get(2))
                .startsWith(
                        "990101001202",
                        "东山省",
                        "东1市",
                        "东11县",
                        "东111镇",
                        "东1112村",
                        "已报",
                        "7",
                        "7",
                        "0",
                        "甲某",
                        "=HYPERLINK(1)");
        assertThat(rows.get(3).subList(5, 10)).containsExactly("东1121村", "缺报", "", "", "");
        assertThat(store.recent(rounds.require(villages.key(), DAY), officer))
                .anyMatch(one -> one.done() == 16 && one.total() == 16 && one.ended() != null && !one.stopped());
        assertThat(history.of(villages.key(), 10))
                .anyMatch(line -> line.subjectKind().equals("reporting.export"));
    }

    @Test
    void theCsvSaysTheSameAndNeverAFormula() throws Exception {
        figures("990101001201", "7", "=HYPERLINK(1), \"甲\"", "甲某");

        String csv = new String(fetched(export("990101", "CSV"), county), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF单位代码,县,乡镇,村,报送情况,");
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv)
                .contains(
                        "990101001201,东11县,东111镇,东1111村,已报,7,7,0,甲某,\"'=HYPERLINK(1), \"\"甲\"\"\",签报人,2026-03-02 09:00")
                .contains("990101001202,东11县,东111镇,东1112村,还没报,,,,,,,,,,,,");
    }

    @Test
    void whoOnlyReadsTakesNoPersonalDataOutAndNobodyANeighbour() throws Exception {
        figures("990101001201", "7", "说明", "甲某");

        String forLeader = new String(fetched(export("99", "CSV"), leader), StandardCharsets.UTF_8);

        assertThat(forLeader).contains("新增合计").doesNotContain("首例姓名").doesNotContain("甲某");
        assertThat(text(get(page("99"), leader))).contains("个人信息的项目");
        assertThat(text(get(page("99"), officer))).doesNotContain("个人信息的项目");
        MvcTestResult neighbour = send(export("990102", "CSV"), county);
        assertThat(neighbour).hasStatus(403);
        assertThat(neighbour.getResponse().getHeader("Content-Disposition")).isNull();
    }

    @Test
    void thePageAsksHowFarItIsWithoutCountingAnew() {
        fetched(export("99", "CSV"), officer);

        String part = text(mvc.get()
                .uri(page("99"))
                .header("HX-Request", "true")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(officer))
                .exchange());

        assertThat(part).doesNotContain("<html").contains("every 2s").contains("16 / 16");
    }

    @Test
    void programsFetchTheSameFile() throws Exception {
        zero("990101001201");

        MvcTestResult answer = get(
                "/api/v1/reporting/regimes/" + villages.key() + "/periods/" + DAY + "/export?place=" + key("9901"),
                officer);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(text(answer).lines()).hasSize(9);
    }

    @Test
    void aReceiverThatLeavesLeavesAFileThatIsSaidToBeBroken() {
        ExportService.Wanted wanted = new ExportService.Wanted(
                rounds.require(villages.key(), DAY), key("99"), ExportKind.CSV, Locale.SIMPLIFIED_CHINESE);

        assertThatThrownBy(() -> exports.write(wanted, GoneStream::new, officer))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(store.recent(wanted.open(), officer)).anyMatch(one -> one.stopped());
        assertThat(text(get(page("99"), officer))).contains("中断了，文件不完整");
    }

    private static final class GoneStream extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            throw new UncheckedIOException(new IOException("The receiver has left"));
        }
    }

    private void zero(String code) {
        desk.hand(
                villages.key(),
                DAY,
                new Incoming(0, code, true, Map.of(), "签报人", officer, Channel.PROGRAM, 0, null, true));
    }

    private void figures(String code, String total, String note, String patient) {
        Map<String, String> values =
                Map.of("total", total, "local", total, "away", "0", "note", note, "patient", patient);
        desk.hand(
                villages.key(),
                DAY,
                new Incoming(0, code, false, values, "签报人", officer, Channel.PROGRAM, 0, null, true));
    }

    private String page(String code) {
        return "/reporting/export/" + villages.key() + "/" + DAY + "?place=" + key(code);
    }

    private String export(String code, String kind) {
        return page(code).replace("?", "/files?") + "&kind=" + kind;
    }

    private long key(String code) {
        return code.isEmpty() ? PlaceKey.ALL : places.byCode(code).orElseThrow().key();
    }

    private byte[] fetched(String uri, Actor actor) {
        MvcTestResult result = send(uri, actor);
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment");
        return result.getResponse().getContentAsByteArray();
    }

    private List<List<String>> rows(byte[] workbook) {
        List<List<String>> rows = new ArrayList<>();
        spreadsheets.read(workbook, DAY.toString(), 1000, row -> rows.add(row.cells()));
        return rows;
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
    }

    private MvcTestResult send(String uri, Actor actor) {
        return mvc.post()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
