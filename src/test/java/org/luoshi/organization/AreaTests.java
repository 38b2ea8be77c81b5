package org.luoshi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.jobs.JobsApi.Progress;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.organization.core.AreasLoaded;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Areas of two invented provinces. */
@ApplicationModuleTest(extraIncludes = "spreadsheets")
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class AreaTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Actor ADMINISTRATOR =
            new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
    private static final Actor OFFICER = new Actor(UUID.randomUUID(), "督查员", List.of(), Set.of());

    private static final String HEAD = "code,parent,level,name";
    private static final List<String> COUNTRY = List.of(
            HEAD,
            "98,,1,云泽省",
            "97,,1,海陵省",
            "9802,98,2,乙市",
            "9801,98,2,甲市",
            "9701,97,2,丙市",
            "980201,9802,3,长宁县",
            "980101,9801,3,长安区",
            "970101,9701,3,长安区",
            "980101001,980101,4,城关镇",
            "970101001,970101,4,城关镇",
            "970101002,970101,4,独有镇（工业园区）",
            "980101001001,980101001,5,和平村委会",
            "970101001001,970101001,5,和平村委会",
            "970101001002,970101001,5,城关村委会");

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AreaLoader loader;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private FilesApi files;

    @MockitoBean
    private JobsApi jobs;

    @BeforeEach
    void anEmptyHouse() {
        jdbc.sql("truncate organization.unit, organization.person cascade").update();
    }

    @Test
    void aFileBecomesTheTreeInItsOwnOrderAndASecondLoadChangesNothing() {
        assertThat(load(COUNTRY)).isEqualTo(new AreasLoaded(14, 0, 0, 0, 0));
        verify(history, times(1)).record(any(), any());
        long revision = organization.treeRevision();

        assertThat(organization.childrenOf(null, TODAY)).extracting(Unit::code).containsExactly("98", "97");
        assertThat(organization.childrenOf(area("98").id(), TODAY))
                .extracting(Unit::name)
                .containsExactly("乙市", "甲市");
        assertThat(area("980101001001").path())
                .containsExactly(
                        area("98").id(),
                        area("9801").id(),
                        area("980101").id(),
                        area("980101001").id(),
                        area("980101001001").id());
        assertThat(area("98").validFrom()).isEqualTo("2020-01-01");
        assertThat(organization.subtree(Set.of(area("98").id()))).hasSize(7);

        reset(history);
        assertThat(load(COUNTRY)).isEqualTo(new AreasLoaded(0, 14, 0, 0, 0));
        assertThat(organization.treeRevision()).isEqualTo(revision);
        verify(history, never()).record(any(), any());
    }

    @Test
    void aLaterFileAddsRenamesAndMovesAndEndsOnlyWhenAsked() {
        load(COUNTRY);
        UUID town = area("970101001").id();
        Post liaison = organization.addPost(town, "联络员", null, ADMINISTRATOR);
        List<String> later = COUNTRY.stream()
                .filter(line -> !line.startsWith("970101"))
                .map(line -> line.equals("980201,9802,3,长宁县") ? "980201,9801,3,长宁区" : line)
                .toList();

        assertThat(load(later)).isEqualTo(new AreasLoaded(0, 9, 1, 1, 0));
        Unit renamed = area("980201");
        assertThat(renamed.name()).isEqualTo("长宁区");
        assertThat(renamed.aliases()).containsExactly("长宁县");
        assertThat(renamed.path()).contains(area("9801").id());
        assertThat(organization.unitByCode("970101001")).isPresent();

        assertThat(load(later, new AreaOptions(5, AreaOptions.USUAL_START, true)))
                .isEqualTo(new AreasLoaded(0, 9, 0, 0, 5));
        assertThat(organization.unitByCode("970101001")).isEmpty();
        assertThat(organization.unit(town)).map(Unit::validTo).contains(TODAY.minusDays(1));
        assertThat(organization.post(liaison.id())).map(Post::validTo).contains(TODAY.minusDays(1));

        assertThat(load(COUNTRY).added()).isEqualTo(5);
        assertThat(area("970101001").id()).isNotEqualTo(town);
    }

    @Test
    void anAreaAboveUnitsOfTheOfficeDoesNotEnd() {
        load(COUNTRY);
        organization.addUnit(unit("丙市政府", area("9701").id()), ADMINISTRATOR);
        List<String> later =
                COUNTRY.stream().filter(line -> !line.startsWith("97")).toList();

        assertThat(load(later, new AreaOptions(5, AreaOptions.USUAL_START, true))
                        .ended())
                .isEqualTo(5);
        assertThat(organization.unitByCode("9701")).isPresent();
        assertThat(organization.unitByCode("97")).isPresent();
    }

    @Test
    void anOfficeMayStopAtCountiesAndGoOnLater() {
        LocalDate from = LocalDate.of(2024, 1, 1);
        assertThat(load(COUNTRY, new AreaOptions(3, from, true)).added()).isEqualTo(8);
        assertThat(area("970101").validFrom()).isEqualTo(from);
        assertThat(organization.unitByCode("970101001")).isEmpty();

        assertThat(load(COUNTRY)).isEqualTo(new AreasLoaded(6, 8, 0, 0, 0));
        assertThat(load(COUNTRY, new AreaOptions(3, from, true)).ended()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99,,1                     | 16 | organization.areas.bad-columns
            99,,1,丁省,多一列         | 16 | organization.areas.bad-columns
            ''                        | 16 | organization.areas.bad-columns
            99,,6,丁省                | 16 | organization.areas.bad-level
            999,,1,丁省               | 16 | organization.areas.bad-code
            9x,,1,丁省                | 16 | organization.areas.bad-code
            9901,99,2,戊市            | 16 | organization.areas.unknown-parent
            9901,9801,2,戊市          | 16 | organization.areas.bad-parent
            99,98,1,丁省              | 16 | organization.areas.bad-parent
            9801,98,2,甲市            | 16 | organization.areas.twice
            970101001002,970101001,5,戊 | 16 | organization.areas.twice
            99,,1,                    | 16 | organization.areas.bad-name
            99,,1,——                  | 16 | organization.areas.bad-name
            """)
    void aFileThatIsRubbishIsRefusedAsAWhole(@Nullable String line, int number, String why) {
        List<String> lines = new java.util.ArrayList<>(COUNTRY);
        lines.add(line == null ? "" : line);

        assertRefused(zip(lines), "organization.areas-refused", Map.of("line", number, "why", why));
    }

    @Test
    void aFileThatIsNoGzipOrCutOrEmptyOrNoTextIsRefused() {
        byte[] whole = zip(COUNTRY);
        assertRefused(new byte[0], "organization.areas-not-gzip", Map.of());
        assertRefused(HEAD.getBytes(StandardCharsets.UTF_8), "organization.areas-not-gzip", Map.of());
        assertThatThrownBy(() -> load(Arrays.copyOf(whole, whole.length - 20), everything()))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.details()).containsEntry("why", "organization.areas.cut"));
        assertRefused(
                zip(List.of(HEAD)), "organization.areas-refused", Map.of("line", 1, "why", "organization.areas.empty"));
        assertRefused(
                zip(List.of("代码,上级,级别,名称", "98,,1,云泽省")),
                "organization.areas-refused",
                Map.of("line", 1, "why", "organization.areas.bad-columns"));
        byte[] noText = (HEAD + "\n98,,1,").getBytes(StandardCharsets.UTF_8);
        byte[] withBadBytes = Arrays.copyOf(noText, noText.length + 2);
        withBadBytes[noText.length] = (byte) 0xD4;
        withBadBytes[noText.length + 1] = (byte) 0xC6;
        assertThatThrownBy(() -> load(zip(withBadBytes), everything()))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.details()).containsEntry("why", "organization.areas.not-text"));
    }

    @Test
    void aLoadThatIsCancelledKeepsNothing() {
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {
                throw new IllegalStateException("cancelled");
            }
        };
        assertThatThrownBy(() -> loader.load(
                        new ByteArrayInputStream(zip(COUNTRY)), "invented", everything(), ADMINISTRATOR, cancelled))
                .isInstanceOf(IllegalStateException.class);
        assertThat(organization.unitByCode("98")).isEmpty();
    }

    @Test
    void searchPutsWholeNamesAndHigherLevelsFirst() {
        load(COUNTRY);

        assertThat(codes("城关")).containsExactly("970101001", "980101001", "970101001002");
        assertThat(codes("城关村委会")).containsExactly("970101001002");
        assertThat(codes("长")).containsExactly("970101", "980101", "980201");
        assertThat(codes("hpcw")).containsExactly("970101001001", "980101001001");
        assertThat(codes("城關")).hasSize(3);
        assertThat(codes("关")).isEmpty();
        organization.addUnit(unit("城关镇", null), ADMINISTRATOR);
        assertThat(organization.searchUnits("城关镇", 2))
                .extracting(Unit::kind)
                .containsExactly(UnitKind.UNIT, UnitKind.AREA);
    }

    @Test
    void aTypedAreaIsUnderstoodByCodeAndByTheAreasAbove() {
        load(COUNTRY);
        Unit town = area("970101001");

        for (String typed : List.of(
                "970101001",
                "城关镇（海陵省丙市长安区）",
                "城关镇(海陵省)",
                "海陵省丙市长安区城关镇",
                "海陵省城关镇",
                organization.fullNames(List.of(town)).getOrDefault(town.id(), ""))) {
            assertThat(organization.writtenUnits(typed).units())
                    .as(typed)
                    .extracting(Unit::id)
                    .containsExactly(town.id());
            assertThat(organization.unitNamed(typed)).as(typed).map(Unit::id).contains(town.id());
        }
        assertThat(organization
                        .writtenUnits("97、城关镇（甲市）；独有镇（工业园区），独有镇（工业园区）（海陵省）")
                        .units())
                .extracting(Unit::code)
                .containsExactly("97", "980101001", "970101002");
        assertThat(organization.writtenUnits("城关镇").unclear().get("城关镇"))
                .extracting(match -> match.unit().code())
                .containsExactlyInAnyOrder("970101001", "980101001");
        for (String typed : List.of("城关镇（乙市）", "乙市城关镇", "长安区", "999999")) {
            assertThat(organization.unitNamed(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void namesInPapersMeanUnitsBeforeAreasAndNeverTownsOrVillages() {
        load(COUNTRY);
        assertThat(organization.matchUnits("城关镇", 5)).isEmpty();
        assertThat(organization.matchUnits("云泽省人民医院", 5)).isEmpty();
        assertThat(organization.matchUnits("甲市", 5))
                .singleElement()
                .satisfies(match -> assertThat(match.confidence()).isEqualTo(1));
        Unit government = organization.addUnit(unit("甲市人民政府", null), ADMINISTRATOR);

        assertThat(organization.matchUnits("甲市", 5))
                .first()
                .satisfies(match -> assertThat(match.unit().id()).isEqualTo(government.id()));
        assertThat(organization.resolveWritten(Map.of("甲市", 1), Map.of()).get("甲市"))
                .satisfies(name -> assertThat(name.unitId()).isEqualTo(government.id()));
    }

    @Test
    void thePagesShowOneLevelWithTheAreasAboveAndTheListForTypingTellsNamesakesApart() {
        load(COUNTRY);
        organization.addUnit(unit("云泽省水务局", null), ADMINISTRATOR);

        assertThat(get("/units", OFFICER)).bodyText().contains("云泽省水务局").doesNotContain("海陵省");
        assertThat(get("/areas", OFFICER)).bodyText().contains("海陵省", "云泽省").doesNotContain("丙市", "/areas/load");
        assertThat(get("/areas?in=" + area("970101").id(), OFFICER))
                .bodyText()
                .contains("/areas?in=" + area("97").id(), "丙市", "长安区", "城关镇")
                .doesNotContain("云泽省");
        assertThat(get("/units?q=城关镇", OFFICER)).bodyText().contains("海陵省 丙市 长安区", "云泽省 甲市 长安区");
        assertThat(get("/units/pick?q=水务局、城关镇", OFFICER))
                .bodyText()
                .contains("value=\"水务局、城关镇（海陵省丙市长安区）\"", "970101001");
        assertThat(get("/units/" + area("970101001").id() + "/edit", ADMINISTRATOR))
                .bodyText()
                .contains("长安区（海陵省丙市）");
        assertThat(get("/api/v1/units", OFFICER)).bodyText().doesNotContain("海陵省");
        assertThat(get("/api/v1/units?areas=true", OFFICER)).bodyText().contains("海陵省");
    }

    @Test
    void onlyTheAdministratorLoadsTheCountryAndItRunsAsLongWork() {
        UUID job = UUID.randomUUID();
        org.mockito.Mockito.when(jobs.start(any(), any(), any(), any())).thenReturn(job);

        assertThat(mvc.post().uri("/areas/load").with(SignedIn.as(OFFICER)).exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/areas/load?levels=3")
                        .with(SignedIn.as(ADMINISTRATOR))
                        .exchange())
                .hasRedirectedUrl("/jobs/" + job);
        assertThat(get("/areas", ADMINISTRATOR)).bodyText().contains("/areas/load");
    }

    @Test
    void theCommandSaysHowItIsUsedAndWhatItCannotRead() {
        assertThat(command("--levels", "6")).isEqualTo("2");
        assertThat(command("--from", "yesterday")).isEqualTo("2");
        assertThat(command("--levels")).isEqualTo("2");
        assertThat(command("one", "two")).isEqualTo("2");
        assertThat(command("--wrong")).isEqualTo("2");
        assertThat(command("target/no-such-file.csv.gz")).isEqualTo("1");
    }

    private static String command(String... arguments) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return String.valueOf(DivisionsCommand.run(List.of(arguments), Locale.CHINA, nowhere, nowhere));
    }

    private void assertRefused(byte[] file, String code, Map<String, Object> details) {
        assertThatThrownBy(() -> load(file, everything())).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.error().code()).isEqualTo(code);
            assertThat(refusal.details()).isEqualTo(details);
        });
        assertThat(organization.childrenOf(null, TODAY)).isEmpty();
    }

    private List<@Nullable String> codes(String query) {
        return organization.searchUnits(query, 10).stream().map(Unit::code).toList();
    }

    private MvcTestResult get(String address, Actor actor) {
        return mvc.get().uri(address).with(SignedIn.as(actor)).exchange();
    }

    private Unit area(String code) {
        return organization.unitByCode(code).orElseThrow();
    }

    private static NewUnit unit(String name, @Nullable UUID parent) {
        return new NewUnit(parent, null, name, name, List.of(), UnitKind.UNIT, null, AreaOptions.USUAL_START);
    }

    private static AreaOptions everything() {
        return new AreaOptions(AreaOptions.ALL_LEVELS, AreaOptions.USUAL_START, false);
    }

    private AreasLoaded load(List<String> lines) {
        return load(lines, everything());
    }

    private AreasLoaded load(List<String> lines, AreaOptions options) {
        return load(zip(lines), options);
    }

    private AreasLoaded load(byte[] file, AreaOptions options) {
        Progress unheard = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {}
        };
        return loader.load(new ByteArrayInputStream(file), "invented", options, ADMINISTRATOR, unheard);
    }

    private static byte[] zip(List<String> lines) {
        return zip((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
