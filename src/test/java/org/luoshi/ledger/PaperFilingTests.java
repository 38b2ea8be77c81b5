package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.PaperToFile.Clause;
import org.luoshi.ledger.PaperToFile.CoUnit;
import org.luoshi.ledger.PaperToFile.ExistingItem;
import org.luoshi.ledger.PaperToFile.Item;
import org.luoshi.ledger.PaperToFile.NeedsNone;
import org.luoshi.ledger.PaperToFile.NewItem;
import org.luoshi.ledger.PaperToFile.Open;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.Part;
import org.luoshi.ledger.core.SourceDetail;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.Triage;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A whole paper comes in through the ledger's door. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class PaperFilingTests {

    /** The second character counts for one though Java stores it as two. */
    private static final String BODY = "加强𠮷镇道路养护。按月报送养护进度。落实养护资金。请抓紧落实。";

    @Autowired
    private LedgerApi ledger;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private SourceQueries sources;

    @Autowired
    private ItemSteps steps;

    @Autowired
    private ItemQueries items;

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Watched watched;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        watched = new Watched();
        office = InventedOffice.in(organization, access);
    }

    @Test
    void aPaperBecomesDraftsThatAreSubmittedApprovedAndSentOut() {
        FiledPaper filed = ledger.filePaper(paper(), null, watched, office.officer());

        assertThat(filed.itemIds()).hasSize(2);
        assertThat(watched.seen).containsExactly("0/2", "1/2", "2/2");
        ItemDetail roads = detail(filed.itemIds().get(0));
        assertThat(roads.item().title()).isEqualTo("养护道路");
        assertThat(roads.item().state()).isEqualTo(ItemState.DRAFT);
        assertThat(roads.item().number()).isNull();
        assertThat(roads.item().givenDue()).isEqualTo("2026-09-30");
        assertThat(roads.points()).extracting(ItemDetail.Point::text).containsExactly("加强养护", "报送进度");
        assertThat(roads.units()).extracting(ItemDetail.UnitPart::part).containsExactly(Part.LEAD, Part.CO);
        assertThat(detail(filed.itemIds().get(1)).item().title()).isEqualTo("落实资金");

        UUID id = filed.itemIds().get(0);
        step(id, ItemStep.SUBMIT, office.officer());
        step(id, ItemStep.APPROVE, office.director());
        step(id, ItemStep.ISSUE, office.officer());
        assertThat(detail(id).units()).allMatch(unit -> unit.state() == AssignmentState.TO_SIGN);
        assertThat(ledger.findItem(String.valueOf(detail(id).item().number()), office.officer()))
                .contains(id);
    }

    @Test
    void eachClauseIsAnsweredAsOnThePageOfTheSource() {
        UUID earlier = ledger.filePaper(paper(), null, watched, office.officer())
                .itemIds()
                .get(1);
        PaperToFile paper = with(
                List.of(item("新的一项")),
                new Clause(17, 24, new ExistingItem(earlier)),
                new Clause(0, 9, new NewItem(0)),
                new Clause(9, 17, new NewItem(0)),
                new Clause(24, 26, new NeedsNone("结束语")),
                new Clause(26, 30, new Open()));

        FiledPaper filed = ledger.filePaper(paper, null, watched, office.officer());

        SourceDetail source = sources.detail(filed.sourceId(), office.officer());
        assertThat(source.triage()).isEqualTo(Triage.SUPERVISED);
        assertThat(source.pieces())
                .extracting(piece -> piece.text() + "|" + piece.cover())
                .containsExactly(
                        "加强𠮷镇道路养护。|ITEM", "按月报送养护进度|ITEM", "。落实养护资金|COVERED", "。请|NONE", "抓紧落实|OPEN", "。|null");
        assertThat(source.pieces().get(0).itemId()).isEqualTo(filed.itemIds().get(0));
        assertThat(source.pieces().get(2).itemId()).isEqualTo(earlier);
        assertThat(source.pieces().get(3).reason()).isEqualTo("结束语");
    }

    @Test
    void whiteSpaceAroundTheTextDoesNotMoveTheClauses() {
        PaperToFile paper = new PaperToFile(
                "PAPER",
                "前有空行的文",
                null,
                null,
                null,
                "\n　　" + BODY + "\n",
                List.of(),
                List.of(new Clause(3, 12, new Open())),
                List.of());
        FiledPaper filed = ledger.filePaper(paper, null, watched, office.officer());
        assertThat(sources.detail(filed.sourceId(), office.officer())
                        .pieces()
                        .get(0)
                        .text())
                .isEqualTo("加强𠮷镇道路养护。");

        PaperToFile outside = new PaperToFile(
                "PAPER",
                "前有空行的文",
                null,
                null,
                null,
                "\n　　" + BODY,
                List.of(),
                List.of(new Clause(2, 12, new Open())),
                List.of());
        assertRefused(() -> ledger.filePaper(outside, null, watched, office.officer()), LedgerError.CLAUSE_OUTSIDE);
    }

    @Test
    void oneRefusalLeavesNothingAndNamesTheItem() {
        List<Long> before = everything();
        Item twice = new Item(
                "单位写了两遍",
                List.of(),
                null,
                Cycle.ONCE,
                null,
                office.roads.id(),
                List.of(new CoUnit(office.roads.id(), null, null)),
                null);
        PaperToFile paper = with(List.of(item("没有毛病"), twice), new Clause(0, 9, new NewItem(0)));

        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> ledger.filePaper(paper, "refused", watched, office.officer()))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(LedgerError.PAPER_ITEM);
                    assertThat(refusal.details())
                            .containsEntry("position", 2)
                            .containsEntry("title", "单位写了两遍")
                            .containsEntry("why", "ledger.unit-twice");
                    assertThat(texts.reason(Texts.SIMPLIFIED, refusal.error().code(), refusal.details()))
                            .isEqualTo("第 2 项“单位写了两遍”不能立项：道路养护局已经在承办单位中，不必重复。");
                });
        assertThat(everything()).isEqualTo(before);

        FiledPaper mended = ledger.filePaper(paper(), "refused", watched, office.officer());
        assertThat(mended.itemIds()).hasSize(2);
    }

    @Test
    void cancellingLeavesNothing() {
        List<Long> before = everything();
        watched.stopAfter = 1;
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ledger.filePaper(paper(), null, watched, office.officer()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theSameKeyAnswersWithTheFirstResult() {
        FiledPaper first = ledger.filePaper(paper(), "key-1", watched, office.officer());
        List<Long> before = everything();
        assertThat(ledger.filePaper(paper(), "key-1", watched, office.officer()))
                .isEqualTo(first);
        assertThat(everything()).isEqualTo(before);
        assertThat(ledger.filePaper(paper(), "key-1", watched, office.otherOfficer()))
                .isNotEqualTo(first);
    }

    @Test
    void manyDraftsOfOneMomentKeepTheirOrder() {
        List<Item> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(item("第" + i + "件"));
        }
        FiledPaper filed = ledger.filePaper(with(many), null, watched, office.officer());
        assertThat(filed.itemIds().stream().map(id -> detail(id).item().title()))
                .isEqualTo(many.stream().map(Item::title).toList());
    }

    @Test
    void onlyAnOfficerFilesPapers() {
        assertRefused(() -> ledger.filePaper(paper(), null, watched, office.director()), LedgerError.NOT_YOURS);
        assertRefused(() -> ledger.filePaper(paper(), null, watched, office.planningLiaison()), LedgerError.NOT_YOURS);
    }

    @Test
    void clausesMustLieApartAndWithinTheText() {
        refusedClauses(LedgerError.CLAUSE_OVERLAPS, new Clause(8, 12, new Open()), new Clause(0, 9, new Open()));
        refusedClauses(LedgerError.CLAUSE_OUTSIDE, new Clause(30, 99, new Open()));
        refusedClauses(LedgerError.CLAUSE_OUTSIDE, new Clause(5, 5, new Open()));
        refusedClauses(LedgerError.FIELD_MISSING, new Clause(0, 9, new NeedsNone(" ")));
        refusedClauses(LedgerError.UNKNOWN_ITEM, new Clause(0, 9, new ExistingItem(UUID.randomUUID())));
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(), new Clause(0, 9, new NewItem(0))));
    }

    @Test
    void whatIsTooLongIsRefusedAndNotCut() {
        refusedItem("ledger.title-length", item(" "));
        refusedItem("ledger.title-length", item("长".repeat(Item.LONGEST_TITLE + 1)));
        refusedItem("ledger.requirements", withPoints(List.of("长".repeat(Item.LONGEST_REQUIREMENT + 1))));
        refusedItem("ledger.cycle-day", new Item("周报", List.of(), null, Cycle.WEEKLY, 8, null, List.of(), null));
        refusedItem(
                "ledger.unknown-unit",
                new Item("无此单位", List.of(), null, Cycle.ONCE, null, UUID.randomUUID(), List.of(), null));
        refusedItem(
                "ledger.text-too-long",
                new Item("分节", List.of(), null, Cycle.ONCE, null, null, List.of(), "长".repeat(101)));
    }

    @Test
    void anotherRoomCanOfferTheSameChoices() {
        assertThat(ledger.sourceKinds()).extracting(SourceKind::code).contains("INSTRUCTION", "PAPER");
        assertThat(ledger.leaders())
                .anySatisfy(leader -> assertThat(leader.label()).isEqualTo("陈大局　分管领导"));
        FiledPaper filed = ledger.filePaper(with(List.of(item("只此一件的题目"))), null, watched, office.officer());
        UUID id = filed.itemIds().get(0);
        assertThat(ledger.findItem(" 只此一件的题目 ", office.officer())).contains(id);
        assertThat(ledger.findItem(id.toString(), office.officer())).contains(id);
        assertThat(ledger.findItem("没有的题目", office.officer())).isEmpty();
        assertThat(ledger.findItem("只此一件的题目", office.planningLiaison())).isEmpty();
    }

    private PaperToFile paper() {
        Item roads = new Item(
                "养护道路",
                List.of("加强养护", "报送进度"),
                LocalDate.of(2026, 9, 30),
                Cycle.MONTHLY,
                10,
                office.roads.id(),
                List.of(new CoUnit(office.planning.id(), "统筹", LocalDate.of(2026, 6, 30))),
                "一、道路");
        Item money = new Item("落实资金", List.of(), null, Cycle.ONCE, null, office.finance.id(), List.of(), null);
        return with(
                List.of(roads, money),
                new Clause(0, 9, new NewItem(0)),
                new Clause(9, 18, new NewItem(0)),
                new Clause(18, 25, new NewItem(1)));
    }

    private static PaperToFile with(List<Item> items, Clause... clauses) {
        return new PaperToFile(
                "PAPER",
                "道路养护工作要点",
                "云政办〔2026〕3号",
                LocalDate.of(2026, 3, 1),
                null,
                BODY,
                List.of(),
                List.of(clauses),
                items);
    }

    private static Item item(String title) {
        return new Item(title, List.of(), null, Cycle.ONCE, null, null, List.of(), null);
    }

    private static Item withPoints(List<String> points) {
        return new Item("要求太长", points, null, Cycle.ONCE, null, null, List.of(), null);
    }

    private void refusedClauses(ErrorCode error, Clause... clauses) {
        assertRefused(() -> ledger.filePaper(with(List.of(), clauses), null, watched, office.officer()), error);
    }

    private void refusedItem(String why, Item item) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> ledger.filePaper(with(List.of(item)), null, watched, office.officer()))
                .satisfies(refusal ->
                        assertThat(refusal.details()).containsAllEntriesOf(Map.of("position", 1, "why", why)));
    }

    private void step(UUID itemId, ItemStep step, Actor actor) {
        steps.perform(itemId, step, StepInput.of(detail(itemId).item().version()), actor);
    }

    private ItemDetail detail(UUID itemId) {
        return items.detail(itemId, Locale.SIMPLIFIED_CHINESE, office.officer());
    }

    private List<Long> everything() {
        return List.of("ledger.item", "ledger.source", "ledger.clause", "obligations.obligation", "history.line")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }

    /** Somebody who looks on, and perhaps cancels. */
    private static final class Watched implements JobsApi.Progress {

        private final List<String> seen = new ArrayList<>();
        private @Nullable Integer stopAfter;
        private long done;

        @Override
        public void at(long at, long total) {
            done = at;
            seen.add(at + "/" + total);
        }

        @Override
        public void checkCancelled() {
            if (stopAfter != null && done >= stopAfter) {
                throw new IllegalStateException("stopped");
            }
        }
    }
}
