package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.BranchMember;
import org.luoshi.branch.InventedBranch;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.StudyHours;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.branch.core.Trait;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyHoursQueries;
import org.luoshi.study.core.StudyHoursRow;
import org.luoshi.study.core.StudyHoursTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
@Import(InventedBranch.class)
class StudyHoursTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 2, 23);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private BranchService branches;

    @Autowired
    private ActivityService activities;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private SpreadsheetsApi spreadsheets;

    @Autowired
    private StudyHours studyHours;

    @Autowired
    private StudyBranches places;

    @Autowired
    private StudyHoursQueries queries;

    @Autowired
    private StudyHoursTable table;

    @Autowired
    private TestClock clock;

    @Autowired
    private WebApplicationContext context;

    private StudyPages pages;
    private Made branch;
    private UUID person;
    private Actor secretary;
    private Actor member;

    @BeforeEach
    void aBranch() {
        clock.set(TestClock.START);
        pages = new StudyPages(context);
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        person = branch.members().get(6);
        member = InventedBranch.as(person);
    }

    @Test
    void hoursComeFromWhatWasAttendedAndFromElsewhere() {
        invented.held(branch, null, MONDAY, null, "GROUP_STUDY");

        note(member, person, "党校轮训", "2026-01-14", "2.5", "DAY", "市委党校", "1");

        StudyHoursRow row = row(person);
        assertThat(row.attended()).isEqualByComparingTo("2");
        assertThat(row.elsewhere()).isEqualByComparingTo("20");
        assertThat(row.total()).isEqualByComparingTo("22");
        assertThat(row.courses()).isEqualTo(1);
        assertThat(studyHours.of(List.of(person), 2026).get(person))
                .isEqualTo(new StudyHours.Hours(new BigDecimal("20.0"), 1));
        assertThat(pages.seen("/study/hours/people/" + person + query(), member))
                .contains("党校轮训", "市委党校");
    }

    @Test
    void theSameEntryCountsOnceAndCanBeRemoved() {
        note(member, person, "学习平台专题班", "2026-01-14", "3", "HOUR", "某平台", "");

        var again = pages.send(
                "/study/hours/people/" + person + query(),
                member,
                "title",
                "学习平台专题班",
                "day",
                "2026-01-14",
                "amount",
                "9",
                "unit",
                "HOUR",
                "platform",
                "某平台");
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(StudyPages.text(again)).contains("已经记过", "value=\"9\"");

        UUID entry = queries.person(places.require(branch.id(), 2026, member), person, member)
                .elsewhere()
                .get(0)
                .id();
        Actor other = InventedBranch.as(branch.members().get(5));
        String removal = "/study/hours/entries/" + entry + "/removal" + query() + "&person=" + person;
        assertThat(pages.send(removal, other)).hasStatus(HttpStatus.FORBIDDEN);
        pages.sent(removal, member);
        assertThat(row(person).total()).isEqualByComparingTo("0");
    }

    @Test
    void aPersonSeesOnlyTheirOwnFigureAndTheCommitteeAllInTheOrderOfTheRoll() {
        note(member, person, "自学", "2026-01-14", "30", "HOUR", "", "");

        String name = organization.person(person).orElseThrow().name();
        String first =
                organization.person(branch.members().get(0)).orElseThrow().name();
        assertThat(pages.seen("/study/hours" + query(), member)).contains(name).doesNotContain(first);
        assertThat(queries.table(places.require(branch.id(), 2026, secretary), secretary))
                .extracting(StudyHoursRow::personId)
                .containsExactlyElementsOf(places.members(branch.id(), 2026).stream()
                        .map(BranchMember::personId)
                        .toList());
        assertThat(pages.get("/study/hours/people/" + branch.members().get(0) + query(), member))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get("/study/hours/export" + query(), member)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatIsAskedComesFromTheRulesInForceInThatYear() {
        assertThat(row(person).asked()).isEqualByComparingTo("32");
        assertThat(pages.seen("/study/hours" + query(), member)).contains(">32<");

        Made old = invented.withMembers(7);
        invented.electCommittee(old, LocalDate.of(2022, 3, 1));
        Actor keeper = InventedBranch.as(old.members().get(0));
        assertThat(queries.table(places.require(old.id(), 2023, keeper), keeper))
                .filteredOn(row -> new BigDecimal("56").equals(row.asked()) && row.coursesAsked() == 1)
                .hasSize(4);
    }

    @Test
    void whoIsInCareIsShownAsCareAndAskedForNothing() {
        branches.mark(branch.id(), person, Trait.CARE, true, LocalDate.of(2026, 1, 1), Actor.system());

        assertThat(row(person).care()).isTrue();
        assertThat(row(person).asked()).isNull();
        assertThat(pages.seen("/study/hours" + query(), secretary)).contains("照顾");
    }

    @Test
    void anImportSaysRowByRowWhatItWouldDoAndTakesWhatIsNewAndClear() {
        invented.held(branch, null, MONDAY, null, "GROUP_STUDY");
        String name = organization.person(person).orElseThrow().name();
        String twin = organization.person(branch.members().get(5)).orElseThrow().name();
        UUID namesake = invented.join(branch.id(), twin, LocalDate.of(2025, 1, 1));
        byte[] workbook = workbook(
                List.of(name, "网络专题班", "2026年1月5日", "6", "学时", "某平台", "其他"),
                List.of(name, "网络专题班", "2026-01-05", "6", "学时", "某平台", "其他"),
                List.of("查无此人", "课", "2026-01-05", "6", "", "", ""),
                List.of(twin, "重名的课", "2026/1/6", "半天", "", "", ""),
                List.of(twin, "重名的课", "2026/1/6", "1 半天", "", "", "培训班"),
                List.of(name, "单位不明", "2026-01-07", "2", "次", "", ""),
                List.of(name, "日期不明", "上周", "2", "", "", ""),
                List.of(name, "集体学习", MONDAY.toString(), "2", "", "", ""));

        var dryRun = pages.upload("/study/hours/import" + query(), secretary, "表.xlsx", workbook);

        assertThat(dryRun).hasStatusOk();
        String seen = StudyPages.text(dryRun);
        assertThat(seen).contains("名册里没有这个姓名", "有重名", "单位不认识", "日期看不懂", "数量应当是大于零", "或者表里出现两次");
        assertThat(row(person).elsewhere()).isEqualByComparingTo("0");

        String text = table.read(workbook);
        pages.sent(
                "/study/hours/import/rows" + query(),
                secretary,
                "text",
                text,
                "action",
                "take",
                "person-6",
                namesake.toString());
        assertThat(row(namesake))
                .matches(row -> row.elsewhere().compareTo(new BigDecimal("4")) == 0 && row.courses() == 1);
        assertThat(row(person).elsewhere()).isEqualByComparingTo(expectedOfPerson());
        assertThat(pages.send("/study/hours/import/rows" + query(), secretary, "text", text, "action", "take"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Six hours once; "集体学习" of Monday is among the branch's own activities only if it bears that title. */
    private BigDecimal expectedOfPerson() {
        String title = queries.person(places.require(branch.id(), 2026, secretary), person, secretary)
                .attended()
                .get(0)
                .title();
        return new BigDecimal(title.equals("集体学习") ? "6" : "8");
    }

    @Test
    void anExportCanBeTakenInAgainWithoutDoublingAnything() {
        invented.held(branch, null, MONDAY, null, "GROUP_STUDY");
        note(member, person, "党校轮训", "2026-01-14", "1", "DAY", "市委党校", "1");
        byte[] exported = pages.get("/study/hours/export" + query() + "&rows=entries", secretary)
                .getResponse()
                .getContentAsByteArray();

        String seen = StudyPages.text(pages.upload("/study/hours/import" + query(), secretary, "明细.xlsx", exported));

        assertThat(seen).contains("可导入 0 行", "重复 8 行");
        assertThat(pages.get("/study/hours/export" + query(), secretary)).hasStatusOk();
    }

    @Test
    void aTableWithoutTheNeededColumnsIsRefusedBesideTheField() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, "表", List.of("姓名", "内容"), Stream.of(List.of("某人", "课")));

        var refused = pages.upload("/study/hours/import" + query(), secretary, "表.xlsx", out.toByteArray());

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(refused)).contains("没有找到这些列：日期、数量");
    }

    @Test
    void whatWasMissedCanBeStudiedAfterwardsInOneLine() {
        UUID missed = missedByPerson();
        assertThat(row(person).total()).isEqualByComparingTo("0");
        assertThat(pages.seen("/study/make-up" + query(), member)).contains("已补学");

        var early = pages.send("/study/make-up/" + missed + query(), member, "day", "2026-02-01", "line", "自学");
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(early)).contains("不能早于活动当天", "value=\"自学\"");
        pages.sent("/study/make-up/" + missed + query(), member, "day", "2026-03-01", "line", "读了讲稿");

        assertThat(row(person).madeUp()).isEqualByComparingTo("2");
        assertThat(studyHours.of(List.of(person), 2026))
                .containsEntry(person, new StudyHours.Hours(new BigDecimal("2.0"), 0));
        assertThat(pages.send("/study/make-up/" + missed + query(), secretary, "day", "2026-03-01", "line", "在场"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        pages.sent("/study/make-up/" + missed + "/removal" + query(), member);
        assertThat(row(person).madeUp()).isEqualByComparingTo("0");
    }

    @Test
    void whatWasMadeUpDoesNotCountWhereTheRecordIsCorrected() {
        UUID missed = missedByPerson();
        pages.sent("/study/make-up/" + missed + query(), member, "day", "2026-03-01", "line", "读了讲稿");

        record(missed, 2, Set.copyOf(branch.members()));

        assertThat(row(person))
                .matches(row -> row.attended().intValue() == 2 && row.madeUp().signum() == 0);
    }

    @Test
    void whoIsInCareIsNotAskedToMakeAnythingUp() {
        branches.mark(branch.id(), person, Trait.CARE, true, LocalDate.of(2026, 1, 1), Actor.system());
        missedByPerson();

        assertThat(pages.seen("/study/make-up" + query(), member)).contains("不作学习要求", "没有缺席的学习活动");
    }

    private UUID missedByPerson() {
        UUID id = invented.planned(branch, null, MONDAY, "GROUP_STUDY");
        record(id, 1, Set.copyOf(branch.members().subList(0, 6)));
        return id;
    }

    private void record(UUID id, int version, Set<UUID> present) {
        activities.record(
                id,
                version,
                new RecordActivity(present, Map.of(), "", "没有议定事项", List.of(), null, List.of()),
                Actor.system());
    }

    @SafeVarargs
    private byte[] workbook(List<String>... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, "学时", table.head(), Stream.of(rows));
        return out.toByteArray();
    }

    private void note(
            Actor actor,
            UUID of,
            String title,
            String day,
            String amount,
            String unit,
            String platform,
            String course) {
        pages.sent(
                "/study/hours/people/" + of + query(),
                actor,
                "title",
                title,
                "day",
                day,
                "amount",
                amount,
                "unit",
                unit,
                "platform",
                platform,
                "course",
                course);
    }

    private StudyHoursRow row(UUID of) {
        return queries.table(places.require(branch.id(), 2026, secretary), secretary).stream()
                .filter(row -> row.personId().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private String query() {
        return "?branch=" + branch.id() + "&year=2026";
    }
}
