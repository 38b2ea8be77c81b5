package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.RequestState;
import org.luoshi.ledger.tables.TableReturnPlan;
import org.luoshi.ledger.tables.TableReturnRow;
import org.luoshi.platform.Texts;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** What goes out as Excel comes back as exactly what was edited in it. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class TablesRoundTripTests extends TablesFixture {

    private static final List<String> NASTY = List.of(
            "=1+1",
            "+86 0471",
            "-5",
            "@所有人",
            "1.50",
            "007",
            "2026-3-6",
            "3-6",
            "_x0041_",
            "<b>&\"'",
            "𠮷林🌾",
            "１２３",
            "1e5",
            "TRUE",
            "#N/A");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void exactlyTheEditComesBackAndNothingElse(long seed) {
        Random random = new Random(seed);
        List<UUID> ids = manyItems(random);
        Map<String, Map<String, String>> before = state();
        TableInHand table = export();
        assertThat(table.size()).isEqualTo(ids.size());

        Map<String, Map<String, String>> expected = copy(before);
        Map<String, Map<String, String>> edits = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            String id = table.cell(row, TableInHand.ID);
            for (RandomEdit edit : RandomEdit.some(random, table, row)) {
                table.write(row, edit.head(), edit.typed());
                expected.get(id).put(edit.head(), edit.meant());
                edits.computeIfAbsent(id, unused -> new TreeMap<>()).put(edit.head(), edit.meant());
            }
        }
        disturb(table, random);

        TableReturnPlan plan = upload(table.save());
        assertThat(plan.undecided()).isZero();
        assertThat(told(plan)).isEqualTo(edits);
        assertThat(plan.untouched()).isEqualTo(table.size() - edits.size());
        if (!edits.isEmpty()) {
            carryOut(plan);
        }
        assertThat(withoutWhatFollows(state())).isEqualTo(withoutWhatFollows(expected));
        edits.keySet().forEach(id -> assertThat(rewritings(UUID.fromString(id))).isEqualTo(1));
        before.keySet().stream()
                .filter(id -> !edits.containsKey(id))
                .forEach(id -> assertThat(rewritings(UUID.fromString(id))).isZero());
    }

    /** Columns moved, rows in another order, what is not needed deleted, and a column of one's own. */
    private static void disturb(TableInHand table, Random random) {
        for (String head : List.of("办理状态", "亮灯", "来源名称", "最近反馈", "最近动态", "改期理由", "原时限")) {
            if (random.nextInt(3) == 0) {
                table.removeColumn(head);
            }
        }
        table.addColumn("我的备注", "看过");
        table.moveColumns(random);
        if (random.nextBoolean()) {
            table.sort("事项名称");
        } else {
            table.shuffle(random);
        }
    }

    @Test
    void aFileThatNobodyTouchedChangesNothing() {
        manyItems(new Random(77));
        TableReturnPlan plan = upload(export().save());
        assertThat(plan.rows()).isEmpty();
        assertThat(plan.isReady()).isFalse();
    }

    @Test
    void theHierarchyIsKeptAndMovedByNumber() {
        UUID parent = issued("总任务");
        UUID other = issued("另一个总任务");
        UUID child = drafting.draft(draft("分任务", List.of(), parent), null, officer);
        TableInHand table = export();
        assertThat(table.cell(table.rowOf("分任务"), "上级事项")).isEqualTo(number(parent));

        table.write(table.rowOf("分任务"), "上级事项", number(other));
        carryOut(upload(table.save()));
        assertThat(parentOf(child)).isEqualTo(other);

        TableInHand again = export();
        again.write(again.rowOf("分任务"), "标签", batch + "改").removeColumn("上级事项");
        carryOut(upload(again.save()));
        assertThat(parentOf(child)).isEqualTo(other);

        TableInHand below = export();
        below.write(below.rowOf("另一个总任务"), "上级事项", "分任务");
        assertThat(refusals(upload(below.save()))).containsExactly("ledger.tables.parent-below");
    }

    @Test
    void anIssuedItemsLimitIsAskedForAndNotWritten() {
        UUID id = issued("修路");
        TableInHand table = export();
        table.write(0, "时限", "2026年5月6日");
        assertThat(refusals(upload(table.save()))).containsExactly("ledger.tables.limit-needs-reason");

        table.write(0, "改期理由", "汛期不能施工");
        TableReturnPlan plan = upload(table.save());
        assertThat(plan.rows().get(0).differences().get(0).isRequest()).isTrue();
        carryOut(plan);
        var detail = queries.detail(id, Texts.SIMPLIFIED, officer);
        assertThat(detail.requests()).hasSize(1);
        assertThat(detail.requests().get(0).state()).isEqualTo(RequestState.SEEN);
        assertThat(export().cell(0, "时限")).isNotEqualTo("2026-05-06");
        TableInHand later = export();
        later.write(0, "时限", "2026-6-1").write(0, "改期理由", "再延");
        assertThat(refusals(upload(later.save()))).containsExactly("ledger.tables.request-open");
    }

    @Test
    void whatChangedMeanwhileIsShownAndTakenOnlyByChoice() {
        UUID id = drafting.draft(draft("先后两个人", List.of(), null), null, officer);
        TableInHand table = export();
        table.write(0, "标签", batch + "甲").write(0, "督查员", "郑以实");
        steps.giveTo(id, version(id), office.otherOfficer().personId(), office.director());
        TableInHand other = export();
        other.write(0, "事项名称", "先后两个人（改）");
        carryOut(upload(other.save()));

        TableReturnPlan plan = upload(table.save());
        TableReturnRow row = plan.rows().get(0);
        assertThat(row.conflict()).isTrue();
        assertThat(row.isUndecided()).isTrue();
        assertThat(row.differences()).extracting(cell -> cell.column().name()).containsExactly("LABEL");
        assertThat(row.meanwhile())
                .extracting(change -> change.column().name() + " " + change.then() + " " + change.now())
                .containsExactlyInAnyOrder("TITLE 先后两个人 先后两个人（改）", "OFFICER null 郑以实");
        assertThatExceptionOfType(org.luoshi.shared.BusinessException.class)
                .isThrownBy(() -> carryingOut.start(plan.id(), plan.version(), officer));

        returns.decide(plan.id(), plan.version(), Map.of(row.row(), "TAKE"), officer);
        carryOut(returns.plan(plan.id(), officer));
        TableInHand now = export();
        assertThat(now.cell(0, "标签")).isEqualTo(batch + "甲");
        assertThat(now.cell(0, "事项名称")).isEqualTo("先后两个人（改）");
    }

    @Test
    void aChoiceDoesNotOutliveTheNextChange() {
        UUID id = drafting.draft(draft("又改了一次", List.of(), null), null, officer);
        TableInHand table = export();
        table.write(0, "标签", batch + "甲");
        steps.giveTo(id, version(id), office.otherOfficer().personId(), office.director());
        TableReturnPlan plan = upload(table.save());
        returns.decide(plan.id(), plan.version(), Map.of(plan.rows().get(0).row(), "TAKE"), officer);
        assertThat(returns.plan(plan.id(), officer).isReady()).isTrue();
        steps.giveTo(id, version(id), officer.personId(), office.director());
        assertThat(returns.plan(plan.id(), officer).isReady()).isFalse();
    }

    @Test
    void aRowWithoutIdIsDraftedAndOneThatIsKnownIsNot() {
        UUID parent = issued("有编号的上级");
        TableInHand table = export();
        table.addRow(
                "事项名称",
                batch + "新增的事",
                "牵头单位",
                "发展规划局",
                "配合单位",
                "财务保障局、道路养护局",
                "配合事项",
                "财务保障局：出钱",
                "逐条要求",
                "一是做\n二是报",
                "时限",
                "2026/4/30",
                "督查员",
                "郑以实",
                "上级事项",
                number(parent),
                "标签",
                batch);
        table.addRow("事项名称", "有编号的上级");
        table.addRow("事项名称", batch + "新增的事");
        table.addRow("牵头单位", "发展规划局");
        TableReturnPlan plan = upload(table.save());
        assertThat(plan.rows()).extracting(TableReturnRow::kind).containsOnly(TableReturnRow.Kind.NEW);
        assertThat(refusals(plan))
                .containsExactly(
                        "ledger.tables.new-is-known", "ledger.tables.new-twice", "ledger.tables.new-without-title");
        returns.leaveUndecided(plan.id(), plan.version(), officer);
        carryOut(returns.plan(plan.id(), officer));
        TableInHand now = export();
        int row = now.rowOf(batch + "新增的事");
        assertThat(now.cell(row, "办理状态")).isEqualTo("拟办");
        assertThat(now.cell(row, "配合单位")).isEqualTo("财务保障局、道路养护局");
        assertThat(now.cell(row, "配合事项")).isEqualTo("财务保障局：出钱");
        assertThat(now.cell(row, "逐条要求")).isEqualTo("一是做\n二是报");
        assertThat(now.cell(row, "时限")).isEqualTo("2026-04-30");
        assertThat(now.cell(row, "督查员")).isEqualTo("郑以实");
        assertThat(now.cell(row, "上级事项")).isEqualTo(number(parent));
    }

    @Test
    void allIsWrittenOrNothing() {
        drafting.draft(draft("第一件", List.of(), null), null, officer);
        drafting.draft(draft("第二件", List.of(), null), null, officer);
        TableInHand table = export();
        table.write(0, "标签", batch + "变").write(1, "标签", batch + "变");
        TableReturnPlan plan = upload(table.save());
        Map<String, Map<String, String>> before = state();
        int[] asked = {0};
        JobsApi.Progress stopped = new JobsApi.Progress() {

            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {
                if (++asked[0] > 1) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> carryingOut.carryOut(plan.id(), plan.version(), officer, stopped));
        assertThat(state()).isEqualTo(before);
        carryOut(plan);
        assertThatExceptionOfType(org.luoshi.shared.BusinessException.class)
                .isThrownBy(() -> returns.plan(plan.id(), officer))
                .withMessageContaining("already-applied");
    }

    private List<UUID> manyItems(Random random) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6 + random.nextInt(6); i++) {
            String title = NASTY.get(random.nextInt(NASTY.size())) + " " + batch + " 第" + i + "件";
            List<String> points =
                    random.nextBoolean() ? List.of() : List.of(NASTY.get(random.nextInt(NASTY.size())), "二是 抓紧；三是落实。");
            UUID parent = ids.isEmpty() || random.nextInt(3) > 0 ? null : ids.get(random.nextInt(ids.size()));
            ids.add(
                    random.nextBoolean()
                            ? drafting.draft(draft(title, points, parent), null, officer)
                            : issued(title, points, parent));
        }
        return ids;
    }

    /** The lines of this test, by id and heading: the state of the ledger as far as a sheet can say it. */
    private Map<String, Map<String, String>> state() {
        TableInHand table = export();
        Map<String, Map<String, String>> state = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            Map<String, String> cells = new TreeMap<>();
            for (String head : table.heads()) {
                cells.put(head, table.cell(row, head));
            }
            state.put(table.cell(row, TableInHand.ID), cells);
        }
        return state;
    }

    private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> state) {
        Map<String, Map<String, String>> copy = new TreeMap<>();
        state.forEach((id, cells) -> copy.put(id, new TreeMap<>(cells)));
        return copy;
    }

    /** What changes of itself with an edit: version and marks; the light of a draft whose limit moved; the number of nothing. */
    private static Map<String, Map<String, String>> withoutWhatFollows(Map<String, Map<String, String>> state) {
        Map<String, Map<String, String>> rest = copy(state);
        rest.values().forEach(cells -> cells.keySet().removeAll(List.of("版本（勿改）", "校验（勿改）", "亮灯")));
        // A draft has no number; whoever stands below it names it by its title, which may be what was edited.
        rest.values()
                .forEach(cells ->
                        cells.computeIfPresent("上级事项", (head, parent) -> parent.startsWith("督〔") ? parent : "拟办"));
        return rest;
    }

    private static Map<String, Map<String, String>> told(TableReturnPlan plan) {
        return plan.rows().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.itemId()),
                        row -> row.differences().stream()
                                .collect(Collectors.toMap(
                                        cell -> TableHeads.of(cell.column()),
                                        cell -> cell.after(),
                                        (a, b) -> a,
                                        TreeMap::new)),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
