package org.luoshi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.tables.TableCarryingOut;
import org.luoshi.ledger.tables.TableExports;
import org.luoshi.ledger.tables.TableReturnPlan;
import org.luoshi.ledger.tables.TableReturns;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An officer who takes lists out as Excel and brings them back, each test with its own batch of items. */
abstract class TablesFixture {

    static final JobsApi.Progress UNWATCHED = new JobsApi.Progress() {

        @Override
        public void at(long done, long total) {}

        @Override
        public void checkCancelled() {}
    };

    private static int batches;

    @Autowired
    protected OrganizationApi organization;

    @Autowired
    protected AccessApi access;

    @Autowired
    protected HistoryApi history;

    @Autowired
    protected ItemDrafting drafting;

    @Autowired
    protected ItemSteps steps;

    @Autowired
    protected ItemQueries queries;

    @Autowired
    protected TableExports exports;

    @Autowired
    protected TableReturns returns;

    @Autowired
    protected TableCarryingOut carryingOut;

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected TestClock clock;

    protected InventedOffice office;
    protected Actor officer;
    protected String batch = "";

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        officer = office.officer();
        batch = "往返" + ++batches + "批";
    }

    protected DraftItem draft(String title, List<String> points, @Nullable UUID parent) {
        return new DraftItem(
                title,
                null,
                List.of(),
                points,
                null,
                java.time.LocalDate.of(2026, 4, 3),
                Cycle.MONTHLY,
                null,
                office.planning.id(),
                List.of(new DraftItem.CoUnit(office.finance.id(), "保障资金", null)),
                List.of(),
                parent,
                batch);
    }

    protected UUID issued(String title) {
        return issued(title, List.of(), null);
    }

    protected UUID issued(String title, List<String> points, @Nullable UUID parent) {
        UUID id = drafting.draft(draft(title, points, parent), null, officer);
        take(id, ItemStep.SUBMIT, officer);
        take(id, ItemStep.APPROVE, office.director());
        take(id, ItemStep.ISSUE, officer);
        return id;
    }

    protected void take(UUID id, ItemStep step, Actor actor) {
        int version = queries.detail(id, Texts.SIMPLIFIED, actor).item().version();
        steps.perform(id, step, StepInput.of(version), actor);
    }

    protected static List<String> refusals(TableReturnPlan plan) {
        List<String> codes = new ArrayList<>();
        plan.rows().forEach(row -> {
            if (row.refusal() != null) {
                codes.add(row.refusal().error().code());
            }
            row.differences().forEach(cell -> {
                if (cell.refusal() != null) {
                    codes.add(cell.refusal().error().code());
                }
            });
        });
        return codes;
    }

    protected TableInHand export() {
        ItemFilter filter = ItemFilter.open().withView(ItemFilter.View.ALL).withSort(ItemFilter.Sort.NEWEST);
        JobOutcome outcome = exports.write(filter, List.of(), Locale.SIMPLIFIED_CHINESE, officer, UNWATCHED);
        TableInHand table = new TableInHand(file(String.valueOf(outcome.href())));
        for (int row = table.size() - 1; row >= 0; row--) {
            if (!table.cell(row, "标签").startsWith(batch)) {
                table.removeRow(row);
            }
        }
        return table;
    }

    protected byte[] file(String href) {
        return mvc.get()
                .uri(href)
                .with(org.luoshi.SignedIn.as(officer))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    protected TableReturnPlan upload(byte[] file) {
        return returns.plan(returns.upload("台账.xlsx", file, officer), officer);
    }

    protected void carryOut(TableReturnPlan plan) {
        carryingOut.carryOut(plan.id(), plan.version(), officer, UNWATCHED);
    }

    protected long rewritings(UUID id) {
        return history.of(id, 100).stream()
                .filter(line -> line.action().equals("rewritten"))
                .count();
    }

    protected int version(UUID id) {
        return queries.detail(id, Texts.SIMPLIFIED, officer).item().version();
    }

    protected String number(UUID id) {
        return String.valueOf(
                queries.detail(id, Texts.SIMPLIFIED, officer).item().number());
    }

    protected @Nullable UUID parentOf(UUID id) {
        var parent = queries.detail(id, Texts.SIMPLIFIED, officer).parent();
        return parent == null ? null : parent.id();
    }
}
