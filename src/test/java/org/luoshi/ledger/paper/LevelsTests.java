package org.luoshi.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LevelColour;
import org.luoshi.ledger.core.LevelSetting;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeLevels;
import org.luoshi.ledger.core.NoticeStep;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Pages;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Places read the coloured levels differently, and the office says how it reads them. */
@WholeHouse
class LevelsTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private SourceService sources;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps steps;

    @Autowired
    private AssignmentSteps parts;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private FilesApi files;

    @Autowired
    private SupervisionService supervision;

    @Autowired
    private NoticeLevels levels;

    @Autowired
    private LedgerPapers papers;

    @Autowired
    private Pages pages;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Desk desk;
    private MockMvcTester mvc;

    @BeforeEach
    void anOfficeOnAMonday() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        mvc = MockMvcTester.from(
                house,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        desk = new Desk(sources, drafting, steps, parts, feedback, review, queries, files);
    }

    @AfterEach
    void asShippedAgain() {
        for (NoticeLevel level : NoticeLevel.values()) {
            levels.set(LevelSetting.standard(level), office.director());
        }
        clock.set(TestClock.START);
    }

    @Test
    void anOfficeCallsTheLevelsItsOwnWayAndEveryPlaceFollows() {
        levels.set(
                new LevelSetting(NoticeLevel.BLUE, "黄色提醒单", "进度滞后。", LevelColour.YELLOW, 2, true), office.director());
        UUID id = desk.issued(office, "水毁路基", LocalDate.of(2026, 3, 31));
        desk.signed(id, office);
        UUID part = desk.part(id, "道路养护局", office.officer()).id();
        assertThat(text("/ledger/assignments/" + part + "/notices/new")).contains("黄色提醒单", "进度滞后。", "level YELLOW");
        UUID notice = supervision.issue(part, NoticeLevel.BLUE, "请说明原因。", office.officer());
        ItemDetail.Notice seen = desk.detail(id, office.officer()).notices().get(0);
        assertThat(seen.look().colour()).isEqualTo(LevelColour.YELLOW);
        assertThat(seen.answerDue()).isEqualTo("2026-03-04T15:59:59Z");
        assertThat(text("/ledger/items/" + id)).contains("黄色提醒单", "level-YELLOW", "向道路养护局发黄色提醒单");
        assertThat(papers.ofNotices(List.of(notice), pages.in(Locale.SIMPLIFIED_CHINESE), office.officer())
                        .content())
                .isNotEmpty();
    }

    @Test
    void escalationPassesOverWhatTheOfficeDoesNotUse() {
        levels.set(unused(NoticeLevel.ORANGE), office.director());
        UUID id = desk.issued(office, "涵洞清淤", LocalDate.of(2026, 3, 31));
        desk.signed(id, office);
        UUID part = desk.part(id, "道路养护局", office.officer()).id();
        assertThatThrownBy(() -> supervision.issue(part, NoticeLevel.ORANGE, "请说明。", office.director()))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.LEVEL_UNUSED));
        UUID blue = supervision.issue(part, NoticeLevel.BLUE, "请说明。", office.officer());
        supervision.perform(blue, NoticeStep.ESCALATE, StepInput.of(1, "到期仍未落实"), office.director());
        assertThat(desk.detail(id, office.officer()).notices())
                .extracting(ItemDetail.Notice::level)
                .containsExactly(NoticeLevel.RED, NoticeLevel.BLUE);
        assertThat(text("/ledger/items/" + id)).contains("对道路养护局的蓝色督查单升级", "向道路养护局发红色督查单");
    }

    @Test
    void aLevelIsRefusedThatNobodyCouldRead() {
        assertThat(post(NoticeLevel.RED, "answerDays", "三天")).contains("答复时限请填工作日数", "三天");
        assertThat(post(NoticeLevel.RED, "answerDays", "61")).contains("60");
        assertThat(post(NoticeLevel.RED, "name", "一二三四五六七八九十一二三四五六七八九十一")).contains("最多 20 个字");
        assertThat(post(NoticeLevel.RED, "colour", "#ff0000")).contains("请从列出的颜色中选一种");
        assertThat(levels.of(NoticeLevel.RED)).isEqualTo(LevelSetting.standard(NoticeLevel.RED));
        assertThatThrownBy(() -> levels.set(unused(NoticeLevel.URGE), office.director()))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> levels.set(unused(NoticeLevel.RED), office.officer()))
                .isInstanceOf(BusinessException.class);
        assertThat(mvc.get().uri("/ledger/settings/levels").with(SignedIn.as(office.officer())))
                .hasStatus(403);
    }

    private String post(NoticeLevel level, String name, String value) {
        var request = mvc.post()
                .uri("/ledger/settings/levels/" + level)
                .header("Accept-Language", "zh-CN")
                .param(name, value);
        if (!name.equals("answerDays")) {
            request = request.param("answerDays", "2");
        }
        if (!name.equals("colour")) {
            request = request.param("colour", "RED");
        }
        var answer = request.param("used", "true")
                .with(SignedIn.as(office.director()))
                .exchange();
        assertThat(answer).hasStatus(422);
        return text(answer.getResponse().getContentAsByteArray());
    }

    private String text(String address) {
        return text(mvc.get()
                .uri(address)
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(office.director()))
                .exchange()
                .getResponse()
                .getContentAsByteArray());
    }

    private static String text(byte[] page) {
        return new String(page, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static LevelSetting unused(NoticeLevel level) {
        LevelSetting shipped = LevelSetting.standard(level);
        return new LevelSetting(level, null, null, shipped.colour(), shipped.answerDays(), false);
    }
}
