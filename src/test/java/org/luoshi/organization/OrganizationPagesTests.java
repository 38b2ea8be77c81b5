package org.luoshi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.multipart.MultipartFile;

@ApplicationModuleTest(extraIncludes = "spreadsheets")
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class OrganizationPagesTests {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Actor ADMINISTRATOR =
            new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
    private static final Actor OFFICER = new Actor(UUID.randomUUID(), "督查员", List.of(), Set.of());

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SpreadsheetsApi spreadsheets;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private FilesApi files;

    @MockitoBean
    private JobsApi jobs;

    private Unit province;
    private Unit bureau;

    @BeforeEach
    void aProvinceWithABureau() {
        jdbc.sql("truncate organization.unit, organization.person cascade").update();
        province = add("甲<省>", null);
        bureau = add("民政厅", province.id());
    }

    @Test
    void everybodyReadsAndOnlyTheAdministratorSeesAndTakesTheSteps() {
        assertThat(get("/units", OFFICER))
                .hasStatusOk()
                .bodyText()
                .contains("甲&lt;省&gt;")
                .doesNotContain("/units/new");
        assertThat(get("/units/" + province.id(), OFFICER))
                .hasStatusOk()
                .bodyText()
                .contains("民政厅")
                .doesNotContain("/edit");
        assertThat(get("/units/" + province.id(), ADMINISTRATOR)).bodyText().contains("/edit", "/end");
        for (String path : List.of(
                "/units/new", "/units/" + bureau.id() + "/edit", "/units/" + bureau.id() + "/end", "/people/new")) {
            assertThat(get(path, OFFICER)).as(path).hasStatus(403);
            assertThat(get(path, ADMINISTRATOR)).as(path).hasStatusOk();
        }
        assertThat(post("/units", OFFICER, "name", "乙")).hasStatus(403);
        assertThat(post("/people", OFFICER, "name", "乙")).hasStatus(403);
    }

    @Test
    void theTreeOpensLevelByLevelAndAsOfADay() {
        assertThat(mvc.get()
                        .uri("/units/{id}/level?depth=1", province.id())
                        .header("HX-Request", "true")
                        .with(SignedIn.as(OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("民政厅", "depth-1")
                .doesNotContain("<html");
        assertThat(get("/units?day=2019-12-31", OFFICER)).bodyText().doesNotContain("甲&lt;省&gt;");
        assertThat(get("/units?day=nonsense", OFFICER)).bodyText().contains("甲&lt;省&gt;");
        assertThat(get("/units?q=mzt", OFFICER)).bodyText().contains("民政厅").doesNotContain("甲&lt;省&gt;");
    }

    @Test
    void aUnitIsAddedUnderAWrittenParent() {
        assertThat(unitForm("/units", "水利厅", "甲省", "")).hasStatus3xxRedirection();

        Unit added = organization.searchUnits("水利厅", 1).get(0);
        assertThat(added.parentId()).isEqualTo(province.id());
        assertThat(added.aliases()).containsExactly("水务厅", "水厅");
    }

    @Test
    void aRefusedFormComesBackAsTyped() {
        assertThat(unitForm("/units", "", "甲省", "x")).hasStatus(422).bodyText().contains("请填写。", "请填写正整数。", "水务厅、水厅");
        assertThat(unitForm("/units", "水利厅", "没有这个单位", ""))
                .hasStatus(422)
                .bodyText()
                .contains("无法确定“没有这个单位”", "value=\"水利厅\"");
        assertThat(unitForm("/units", "民政厅", "甲省", ""))
                .hasStatus(422)
                .bodyText()
                .contains("同级已有");
    }

    @Test
    void theSecondEditorKeepsWhatWasTyped() {
        assertThat(unitForm("/units/" + bureau.id(), "民政局", "甲省", ""))
                .hasStatus(409)
                .bodyText()
                .contains("民政局", "刚刚被别人改过");
    }

    @Test
    void aUnitIsMergedByNameOnItsPage() {
        Unit into = add("社会工作厅", province.id());
        assertThat(post(
                        "/units/" + bureau.id() + "/end",
                        ADMINISTRATOR,
                        "into",
                        "社会工作厅",
                        "day",
                        LocalDate.now().toString(),
                        "reason",
                        "机构改革"))
                .hasStatus3xxRedirection();
        assertThat(organization.unit(bureau.id()).orElseThrow().mergedIntoId()).isEqualTo(into.id());
        assertThat(get("/units/" + bureau.id(), ADMINISTRATOR))
                .bodyText()
                .contains("已并入", "社会工作厅")
                .doesNotContain("/edit");
        assertThat(post(
                        "/units/" + province.id() + "/end",
                        ADMINISTRATOR,
                        "into",
                        "",
                        "day",
                        LocalDate.now().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("还有下级单位");
    }

    @Test
    void aPostIsAddedHeldAndHandedOver() {
        assertThat(post("/units/" + bureau.id() + "/posts", ADMINISTRATOR, "title", "厅长"))
                .hasStatus3xxRedirection();
        Post post = organization.postsOf(bureau.id()).get(0);
        Person first = organization.addPerson("测试员甲", null, null, ADMINISTRATOR);
        organization.addPerson("测试员乙", null, null, ADMINISTRATOR);
        assertThat(post("/posts/" + post.id() + "/holder", ADMINISTRATOR, "person", "测试员甲", "from", "2024-01-01"))
                .hasStatus3xxRedirection();
        assertThat(get("/people/" + first.id() + "/hand-over", ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("厅长");

        String today = LocalDate.now().toString();
        assertThat(post("/people/" + first.id() + "/hand-over", ADMINISTRATOR, "from", today, "leaves", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("请为岗位“厅长”写明接任人");
        assertThat(post(
                        "/people/" + first.id() + "/hand-over",
                        ADMINISTRATOR,
                        "from",
                        today,
                        "leaves",
                        "yes",
                        "post-" + post.id(),
                        "没有此人"))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到“没有此人”", "value=\"没有此人\"");
        assertThat(post(
                        "/people/" + first.id() + "/hand-over",
                        ADMINISTRATOR,
                        "from",
                        today,
                        "leaves",
                        "yes",
                        "post-" + post.id(),
                        "测试员乙"))
                .hasStatus3xxRedirection();

        assertThat(get("/units/" + bureau.id(), OFFICER))
                .bodyText()
                .contains("测试员乙")
                .doesNotContain("测试员甲");
        assertThat(get("/people/" + first.id(), ADMINISTRATOR)).bodyText().contains("已离任", "come-back");
        assertThat(get("/people?left=true", OFFICER)).bodyText().contains("测试员甲");
        assertThat(get("/people?q=csyy", OFFICER)).bodyText().contains("测试员乙");
    }

    @Test
    void namesakesMustBeToldApart() {
        Post post = organization.addPost(bureau.id(), "厅长", null, ADMINISTRATOR);
        Person head = organization.addPerson("测试员", null, null, ADMINISTRATOR);
        organization.addPerson("测试员", null, null, ADMINISTRATOR);
        organization.seat(head.id(), post.id(), LONG_AGO, ADMINISTRATOR);
        Post other = organization.addPost(bureau.id(), "副厅长", null, ADMINISTRATOR);

        assertThat(post("/posts/" + other.id() + "/holder", ADMINISTRATOR, "person", "测试员", "from", "2024-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("有不止一位“测试员”");
        assertThat(post(
                        "/posts/" + other.id() + "/holder",
                        ADMINISTRATOR,
                        "person",
                        "测试员（民政厅 厅长）",
                        "from",
                        "2024-01-01"))
                .hasStatus3xxRedirection();
        assertThat(organization.postsHeldBy(head.id(), LocalDate.now())).hasSize(2);
        assertThat(post("/posts/" + other.id() + "/holder", ADMINISTRATOR, "person", "测试员", "from", "昨天"))
                .hasStatus(422);
    }

    @Test
    void pickersSuggestTheLastOfSeveralNames() {
        assertThat(get("/units/pick?field=lead&lead=水利厅、民政", OFFICER))
                .bodyText()
                .contains("value=\"水利厅、民政厅\"");
        assertThat(get("/units/pick?q=mzt", OFFICER)).bodyText().contains("value=\"民政厅\"");
        assertThat(get("/people/pick?field=x", OFFICER)).hasStatusOk();
    }

    @Test
    void programsReadTheSame() {
        assertThat(get("/api/v1/units", OFFICER))
                .bodyJson()
                .extractingPath("$[0].children")
                .isEqualTo(1);
        assertThat(get("/api/v1/units?q=mzt", OFFICER))
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("民政厅");
        assertThat(get("/api/v1/units/" + bureau.id(), OFFICER))
                .bodyJson()
                .extractingPath("$.unit.path.length()")
                .isEqualTo(2);
        assertThat(get("/api/v1/units/" + UUID.randomUUID(), OFFICER))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("organization.unknown-unit");
        organization.addPerson("测试员", null, null, ADMINISTRATOR);
        assertThat(get("/api/v1/people?q=csy", OFFICER))
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("测试员");
    }

    @Test
    void aTableIsTriedAndThenImportedAsAWhole() throws Exception {
        List<List<String>> rows = List.of(
                List.of("城市处", "社会厅", "", "", ""),
                List.of("社会厅", "甲省", "测试员甲", "厅长", "jia@example.org"),
                List.of("民政厅", "甲省", "", "", ""),
                List.of("民政厅", "甲省", "测试员乙", "联络员", ""));
        UUID file = uploaded("单位名称,上级单位,姓名,职务,邮箱", rows);
        assertThat(get("/units/import/" + file, ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"2\" selected>姓名</option>");

        assertThat(mapped(file, "check")).hasStatusOk().bodyText().contains("新增 3 行，已有 1 行不变");
        assertThat(organization.searchUnits("社会厅", 5)).isEmpty();

        assertThat(mapped(file, "import")).hasStatus3xxRedirection();
        Unit hall = organization.searchUnits("社会厅", 1).get(0);
        assertThat(hall.parentId()).isEqualTo(province.id());
        assertThat(organization.searchUnits("城市处", 1).get(0).parentId()).isEqualTo(hall.id());
        Person head = organization.searchPeople("测试员甲", 1).get(0);
        assertThat(head.email()).isEqualTo("jia@example.org");
        assertThat(organization.postsHeldBy(head.id(), LocalDate.now()))
                .extracting(Post::title)
                .containsExactly("厅长");

        assertThat(mapped(file, "check")).bodyText().contains("新增 0 行，已有 4 行不变");
    }

    @Test
    void oneWrongRowKeepsTheWholeTableOut() throws Exception {
        UUID file = uploaded(
                "单位名称,上级单位,姓名,职务,邮箱",
                List.of(
                        List.of("社会厅", "甲省", "", "", ""),
                        List.of("城市处", "没有的厅", "", "", ""),
                        List.of("自己", "自己", "", "", ""),
                        List.of("民政厅", "甲省", "测试员", "处长", "not-an-address"),
                        List.of("", "", "测试员", "处长", "")));
        assertThat(mapped(file, "check"))
                .bodyText()
                .contains("有 4 行无法导入", "无法确定“没有的厅”", "写成了自己", "not-an-address", "没有写单位")
                .doesNotContain("value=\"import\"");
        assertThat(mapped(file, "import")).hasStatus(422).bodyText().contains("表中还有 4 处错误");
        assertThat(organization.searchUnits("社会厅", 5)).isEmpty();
        assertThat(organization.searchPeople("测试员", 5)).isEmpty();
    }

    @Test
    void whatIsNoTableOfUnitsIsRefusedAtTheDoor() throws Exception {
        var request = mvc.post()
                .uri("/units/import")
                .multipart()
                .file(new MockMultipartFile("file", "a.xlsx", null, "not Excel".getBytes(StandardCharsets.UTF_8)))
                .header("Accept-Language", "zh-CN");
        assertThat(request.with(SignedIn.as(ADMINISTRATOR)))
                .hasStatus(422)
                .bodyText()
                .contains("这不是 Excel 文件");
        verify(files, never()).store(any(MultipartFile.class), any());

        UUID file = uploaded("甲,乙,丙", List.of(List.of("1", "2", "3")));
        assertThat(post("/units/import/" + file, ADMINISTRATOR, "step", "check"))
                .hasStatus(422)
                .bodyText()
                .contains("没有指定哪一列");
        assertThat(get(
                        "/units/import/" + file,
                        new Actor(UUID.randomUUID(), "别人", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR))))
                .hasStatus(404);
        assertThat(get("/units/import", OFFICER)).hasStatus(403);
        assertThat(get("/units/import/template", ADMINISTRATOR)).hasStatusOk();
    }

    private UUID uploaded(String head, List<List<String>> rows) throws Exception {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        spreadsheets.write(workbook, "表", List.of(head.split(",")), rows.stream());
        UUID id = UUID.randomUUID();
        when(files.find(id))
                .thenReturn(Optional.of(
                        new StoredFile(id, "单位.xlsx", "x", 1, "", ADMINISTRATOR.personId(), Instant.now())));
        when(files.open(id)).thenAnswer(call -> new ByteArrayInputStream(workbook.toByteArray()));
        when(jobs.start(any(), any(), any(), any())).thenAnswer(call -> {
            call.getArgument(3, JobsApi.Work.class).run(mock(JobsApi.Progress.class));
            return id;
        });
        return id;
    }

    private MvcTestResult mapped(UUID file, String step) {
        return post(
                "/units/import/" + file,
                ADMINISTRATOR,
                "step",
                step,
                "UNIT",
                "0",
                "PARENT",
                "1",
                "PERSON",
                "2",
                "POST",
                "3",
                "EMAIL",
                "4",
                "kind",
                "UNIT",
                "from",
                "2024-01-01");
    }

    private Unit add(String name, @Nullable UUID parent) {
        return organization.addUnit(
                new NewUnit(parent, null, name, name, List.of(), UnitKind.UNIT, null, LONG_AGO), ADMINISTRATOR);
    }

    private MvcTestResult unitForm(String path, String name, String parent, String order) {
        return post(
                path,
                ADMINISTRATOR,
                "name",
                name,
                "shortName",
                name,
                "parent",
                parent,
                "kind",
                "UNIT",
                "order",
                order,
                "aliases",
                "水务厅、水厅",
                "validFrom",
                "2021-01-01",
                "version",
                "7");
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace("、", "%E3%80%81")))
                .with(SignedIn.as(actor))
                .header("Accept-Language", "zh-CN")
                .exchange();
    }

    private MvcTestResult post(String path, Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(path).with(SignedIn.as(actor)).header("Accept-Language", "zh-CN");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }
}
