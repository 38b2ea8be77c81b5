package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Pages;
import org.luoshi.platform.Texts;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A bulletin stands as it was issued: nobody rewrites it unseen, no two share a number, and it says nothing that is switched off. */
@WholeHouse
class LedgerBulletinTests {

    private static final FiguresPeriod PERIOD = new FiguresPeriod(LocalDate.of(2033, 5, 1), LocalDate.of(2033, 5, 31));

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private LedgerBulletins bulletins;

    @Autowired
    private LedgerBulletinPaper paper;

    @Autowired
    private Pages pages;

    @Autowired
    private Assessments assessments;

    @Autowired
    private LedgerFigures figures;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;

    @BeforeEach
    void anOffice() {
        clock.set("2033-06-01T09:00:00+08:00");
        office = InventedOffice.in(organization, access);
    }

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    @Test
    void whoeverRewritesASetWithItsHashIsFoundOutByTheHistory() {
        UUID id = draft(plan(false));
        issue(id);
        LedgerBulletin issued = bulletins.require(id, office.officer());
        assertThat(issued.fits()).isTrue();
        String evidence = stored(id, "evidence");
        String content = stored(id, "content");
        String other = content.replace("五月通报", "五月喜报");
        rewrite(id, other, Freezer.hash(other, evidence), Objects.requireNonNull(issued.sequence()));
        assertThat(bulletins.require(id, office.officer()).fits())
                .as("the hash fits what is stored, but not what was issued")
                .isFalse();
        String hash = Objects.requireNonNull(issued.hash());
        rewrite(id, content, hash, 99_999);
        assertThat(bulletins.require(id, office.officer()).fits())
                .as("another number")
                .isFalse();
        rewrite(id, content, hash, issued.sequence());
        assertThat(bulletins.require(id, office.officer()).fits()).isTrue();
    }

    @Test
    void thePaperSpeaksTheLanguageInWhichItWasIssued() throws IOException {
        UUID id = draft(plan(false));
        issue(id);
        LedgerBulletin issued = bulletins.require(id, office.officer());
        byte[] word = paper.write(issued, Objects.requireNonNull(issued.content()), pages.in(Texts.ENGLISH));
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(text.getText()).contains("按单位统计").doesNotContain("By 单位").doesNotContain("What is counted");
        }
    }

    private String stored(UUID id, String column) {
        return jdbc.sql("select " + column + " from ledger.bulletin where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void rewrite(UUID id, String content, String hash, int sequence) {
        jdbc.sql("alter table ledger.bulletin disable trigger bulletin_immutable")
                .update();
        jdbc.sql("update ledger.bulletin set content = :content, hash = :hash, sequence = :sequence where id = :id")
                .param("content", content)
                .param("hash", hash)
                .param("sequence", sequence)
                .param("id", id)
                .update();
        jdbc.sql("alter table ledger.bulletin enable trigger bulletin_immutable")
                .update();
    }

    @Test
    void twoThatAreIssuedAtTheSameTimeDoNotShareANumber() {
        UUID one = draft(plan(false));
        UUID other = draft(plan(false));
        TransactionTemplate slow = new TransactionTemplate(transactions);
        slow.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        TransactionTemplate quick = new TransactionTemplate(transactions);
        quick.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        refused(
                () -> slow.executeWithoutResult(status -> {
                    bulletins.require(one, office.director());
                    quick.executeWithoutResult(inside -> issue(other));
                    issue(one);
                }),
                FiguresError.CHANGED_MEANWHILE);
        issue(one);
        List<Integer> numbers = new ArrayList<>();
        numbers.add(bulletins.require(other, office.officer()).sequence());
        numbers.add(bulletins.require(one, office.officer()).sequence());
        assertThat(numbers.get(1)).isEqualTo(numbers.get(0) + 1);
    }

    @Test
    void noBulletinGivesScoresWhileUnitsAreNotAssessed() {
        refused(() -> draft(plan(true)), FiguresError.SWITCHED_OFF);
        assessments.turn(true, "试行", office.director());
        UUID id;
        try {
            id = draft(plan(true));
            assertThat(preview(id).scores()).isNotEmpty();
        } finally {
            assessments.turn(false, "试行结束", office.director());
        }
        assertThat(preview(id).scores()).isEmpty();
        refused(() -> issue(id), FiguresError.SWITCHED_OFF);
        bulletins.revise(id, 1, plan(false), office.officer());
        bulletins.issue(id, 2, Texts.SIMPLIFIED, office.director());
    }

    private FrozenContent preview(UUID id) {
        return bulletins.preview(bulletins.require(id, office.officer()), Texts.SIMPLIFIED);
    }

    @Test
    void aCorrectionNamesEachScoreThatDiffers() {
        UUID id = draft(plan(false));
        FrozenContent before = preview(id);
        FrozenContent was = withScores(before, new FrozenScore("a", "甲局", "99.5", 1, 1), score("b", "100"));
        FrozenContent now = withScores(before, new FrozenScore("a", "甲局", "98", 2, 1), score("c", "97"));
        assertThat(now.withChangesSince(was, "得分").changes())
                .containsExactly(
                        new FigureChange("得分", "甲局", "得分", "99.5", "98"),
                        new FigureChange("得分", "c", "得分", "—", "97"),
                        new FigureChange("得分", "b", "得分", "100", "—"));
        bulletins.discard(id, 1, office.officer());
    }

    private static FrozenScore score(String key, String points) {
        return new FrozenScore(key, key, points, 0, 1);
    }

    private static FrozenContent withScores(FrozenContent content, FrozenScore... scores) {
        return new FrozenContent(
                content.title(),
                content.from(),
                content.to(),
                content.asOf(),
                content.edition(),
                content.reason(),
                content.tables(),
                List.of(scores),
                content.heads(),
                content.definitions(),
                content.opinions(),
                List.of());
    }

    @Test
    void aPlanHasEachTableOnceAndNoOpinionOnWhatIsNoSection() {
        List<FigureGrouping> typed = List.of(FigureGrouping.MONTH, FigureGrouping.UNIT, FigureGrouping.MONTH);
        assertThat(new BulletinPlan("题", PERIOD, typed, Map.of(), false).groupings())
                .containsExactly(FigureGrouping.UNIT, FigureGrouping.MONTH);
        refused(() -> new BulletinPlan("题", PERIOD, typed, Map.of("ELSEWHERE", "意见"), false), FiguresError.CHOICE);
    }

    @Test
    void onlyTheOfficeOpensTheFormAndOnlyOfADraft() {
        UUID id = draft(plan(false));
        refused(() -> bulletins.requireDraft(id, office.financeHead()), FiguresError.NOT_YOURS);
        issue(id);
        refused(() -> bulletins.requireDraft(id, office.financeHead()), FiguresError.NOT_YOURS);
        refused(() -> bulletins.requireDraft(id, office.officer()), FiguresError.ISSUED_ALREADY);
    }

    @Test
    void rulesHaveNumbersThatCanBeReckonedWith() {
        refusedRules(List.of(), null);
        refusedRules(List.of(new BigDecimal("1001")), null);
        refusedRules(List.of(new BigDecimal("0.001")), null);
        refusedRules(List.of(new BigDecimal("1E+99999")), null);
        refusedRules(List.of(BigDecimal.ONE), BigDecimal.valueOf(-1));
        RuleLine line = new RuleLine(AssessmentEvent.RETURNED, List.of(BigDecimal.ONE), null);
        refused(() -> assessments.addRules(rules(List.of(line, line)), office.director()), FiguresError.NUMBER);
    }

    private void refusedRules(List<BigDecimal> steps, @Nullable BigDecimal cap) {
        AssessmentRules rules = rules(List.of(new RuleLine(AssessmentEvent.RETURNED, steps, cap)));
        refused(() -> assessments.addRules(rules, office.director()), FiguresError.NUMBER);
    }

    private static AssessmentRules rules(List<RuleLine> lines) {
        return new AssessmentRules(
                0, LocalDate.of(2033, 1, 1), "试", BigDecimal.valueOf(100), lines, "会议议定", "", Instant.EPOCH);
    }

    @Test
    void whatIsAskedForInVainIsRefusedWithASentence() {
        FiguresQuestion question = FiguresQuestion.of(PERIOD, FigureGrouping.UNIT);
        refused(
                () -> figures.rows(question, Measure.FILED, Side.ALL, "no-id", 10, 0, office.officer()),
                FiguresError.CHOICE);
        refused(() -> FiguresPeriod.ofYear(Integer.MAX_VALUE), FiguresError.PERIOD);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> FiguresPeriod.day("asOf", "+999999999-12-31"));
    }

    private UUID draft(BulletinPlan plan) {
        return bulletins.draft(plan, office.officer());
    }

    private void issue(UUID id) {
        bulletins.issue(id, 1, Texts.SIMPLIFIED, office.director());
    }

    private static BulletinPlan plan(boolean scores) {
        return new BulletinPlan("五月通报", PERIOD, List.of(FigureGrouping.UNIT), Map.of(), scores);
    }

    private static void refused(ThrowingCallable call, FiguresError error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
