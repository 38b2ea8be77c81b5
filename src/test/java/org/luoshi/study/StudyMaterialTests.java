package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyMaterialQueries;
import org.luoshi.study.core.StudyMaterialView;
import org.luoshi.study.core.StudyPlanQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
@Import(InventedBranch.class)
class StudyMaterialTests {

    @Autowired
    private InventedBranch invented;

    @Autowired
    private StudyBranches places;

    @Autowired
    private StudyMaterialQueries queries;

    @Autowired
    private StudyPlanQueries plans;

    @Autowired
    private TestClock clock;

    @Autowired
    private WebApplicationContext context;

    private StudyPages pages;
    private Made branch;
    private Actor secretary;
    private Actor member;

    @BeforeEach
    void aBranch() {
        clock.set(TestClock.START);
        pages = new StudyPages(context);
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        member = InventedBranch.as(branch.members().get(6));
    }

    @Test
    void aMaterialHasAFileAndShowsWhereItIsUsed() {
        add("讲稿汇编", "讲稿.txt", "第一讲");
        StudyMaterialView material = only();
        String address = "/study/materials/" + material.material().id();

        pages.sent(
                "/study/plan-rows" + query(),
                secretary,
                "month",
                "4",
                "theme",
                "四月主题",
                "kind",
                "LECTURE",
                "material",
                material.material().id().toString());

        assertThat(pages.seen(address, member)).contains("讲稿.txt", "三楼书柜", "四月主题");
        assertThat(pages.get(address + "/file", member)).hasStatusOk();
        assertThat(pages.seen("/study/materials" + query(), member)).contains("讲稿汇编", "四月主题");
        assertThat(pages.seen("/study" + query(), member)).contains("讲稿汇编");
        Actor stranger = InventedBranch.as(invented.withMembers(3).members().get(0));
        assertThat(pages.get(address, stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(address + "/file", stranger)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLinkIsPlainText() {
        add("网上的文章", "", "");

        assertThat(pages.seen("/study/materials" + query(), member))
                .contains("https://example.invalid/a")
                .doesNotContain("href=\"https://example.invalid");
    }

    @Test
    void whatIsTakenOutOfTheLibraryLeavesThePlanAsItIs() {
        add("旧书", "", "");
        UUID id = only().material().id();
        pages.sent(
                "/study/plan-rows" + query(),
                secretary,
                "month",
                "4",
                "theme",
                "主题",
                "kind",
                "LECTURE",
                "material",
                id.toString());

        assertThat(pages.send("/study/materials/" + id + "/removal", member, "version", "1"))
                .hasStatus(HttpStatus.FORBIDDEN);
        pages.sent("/study/materials/" + id + "/removal", secretary, "version", "1");

        assertThat(queries.all(places.require(branch.id(), 2026, secretary))).isEmpty();
        assertThat(plans.plan(places.require(branch.id(), 2026, secretary), Locale.CHINA, secretary)
                        .lines())
                .singleElement()
                .matches(line ->
                        line.row().materialId() == null && line.row().theme().equals("主题"));
    }

    @Test
    void mistakesAreToldBesideTheFields() {
        var refused = pages.upload(
                "/study/materials" + query(),
                secretary,
                "",
                new byte[0],
                "title",
                "",
                "issuer",
                "某出版社",
                "kind",
                "BOOK",
                "published",
                "二〇二六");

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(refused)).contains("之间的整数", "value=\"某出版社\"");
    }

    @Test
    void changingKeepsTheFileWhereNoneIsSent() {
        add("讲稿汇编", "讲稿.txt", "第一讲");
        StudyMaterialView before = only();

        pages.upload(
                "/study/materials/" + before.material().id(),
                secretary,
                "",
                new byte[0],
                "version",
                "1",
                "title",
                "讲稿汇编（修订）",
                "kind",
                "BOOK");

        assertThat(only())
                .matches(now -> now.material().title().equals("讲稿汇编（修订）")
                        && now.fileName().equals("讲稿.txt"));
    }

    private void add(String title, String fileName, String content) {
        assertThat(pages.upload(
                        "/study/materials" + query(),
                        secretary,
                        fileName,
                        content.getBytes(StandardCharsets.UTF_8),
                        "title",
                        title,
                        "issuer",
                        "某出版社",
                        "kind",
                        "BOOK",
                        "published",
                        "2025",
                        "shelf",
                        "三楼书柜",
                        "link",
                        "https://example.invalid/a"))
                .hasStatus3xxRedirection();
    }

    private StudyMaterialView only() {
        return queries.all(places.require(branch.id(), 2026, secretary)).get(0);
    }

    private String query() {
        return "?branch=" + branch.id() + "&year=2026";
    }
}
