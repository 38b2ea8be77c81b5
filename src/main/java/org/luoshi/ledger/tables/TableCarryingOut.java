package org.luoshi.ledger.tables;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemRewriting;
import org.luoshi.ledger.core.ItemTerms;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what the page of differences showed, in one transaction, as work in the background: all of it or nothing. */
@Service
public class TableCarryingOut {

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_LINE = 1_500;

    private final TableReturnStore store;
    private final TablePlanner planner;
    private final ItemRewriting rewriting;
    private final ItemDrafting drafting;
    private final RequestService requests;
    private final HistoryApi history;
    private final JobsApi jobs;
    private final Texts texts;
    private final TransactionTemplate transaction;

    TableCarryingOut(
            TableReturnStore store,
            TablePlanner planner,
            ItemRewriting rewriting,
            ItemDrafting drafting,
            RequestService requests,
            HistoryApi history,
            JobsApi jobs,
            Texts texts,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.planner = planner;
        this.rewriting = rewriting;
        this.drafting = drafting;
        this.requests = requests;
        this.history = history;
        this.jobs = jobs;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Starts it; refused at once where something is undecided. Returns the id of the work. */
    public UUID start(UUID id, int seenVersion, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        return Objects.requireNonNull(transaction.execute(unused -> {
            TableReturnStore.Upload upload = lock(id, seenVersion, actor);
            UUID running = upload.jobId();
            if (running != null
                    && jobs.find(running, actor)
                            .filter(job -> job.state() == Job.State.RUNNING)
                            .isPresent()) {
                throw TableError.RUNNING.plain();
            }
            planner.plan(upload, actor).requireReady();
            UUID job = jobs.start(
                    "ledger-return",
                    Map.of("file", upload.fileName()),
                    actor,
                    progress -> carryOut(id, seenVersion, actor, progress));
            store.startedBy(id, job);
            return job;
        }));
    }

    private TableReturnStore.Upload lock(UUID id, int seenVersion, Actor actor) {
        TableReturnStore.Upload upload = store.lock(id, actor);
        if (upload.version() != seenVersion) {
            throw TableError.CHANGED_MEANWHILE.plain();
        }
        return upload;
    }

    /** The work itself, with the cancel flag asked before each row and before the end. */
    public JobOutcome carryOut(UUID id, int seenVersion, Actor actor, JobsApi.Progress progress) {
        return Objects.requireNonNull(transaction.execute(unused -> {
            TableReturnStore.Upload upload = lock(id, seenVersion, actor);
            TableReturnPlan plan = planner.plan(upload, actor);
            plan.requireReady();
            List<TableReturnRow> rows = plan.carriedOut();
            for (int i = 0; i < rows.size(); i++) {
                progress.checkCancelled();
                progress.at(i, rows.size());
                named(rows.get(i), row -> write(row, upload, actor));
            }
            store.applied(id, (int) plan.changes(), (int) plan.drafts());
            Map<String, Object> details = Map.of(
                    "file",
                    upload.fileName(),
                    "changed",
                    plan.changes(),
                    "drafted",
                    plan.drafts(),
                    "sha256",
                    upload.sha256());
            history.record(new HistoryFact(id, "ledger.table", id, "returned", details, null), actor);
            progress.checkCancelled();
            return new JobOutcome(
                    "ledger.tables.done",
                    Map.of("changed", Long.toString(plan.changes()), "drafted", Long.toString(plan.drafts())),
                    "/ledger",
                    null);
        }));
    }

    /** A refusal says which row it was. */
    private static void named(TableReturnRow row, Consumer<TableReturnRow> work) {
        try {
            work.accept(row);
        } catch (BusinessException refusal) {
            Map<String, Object> details = new java.util.HashMap<>(refusal.details());
            details.put("row", row.row());
            details.put("reference", row.reference());
            details.put("why", refusal.error().code());
            throw TableError.ROW_REFUSED.with(details);
        }
    }

    private void write(TableReturnRow row, TableReturnStore.Upload upload, Actor actor) {
        UUID itemId = row.itemId();
        if (itemId == null) {
            writeNew(row, upload, actor);
            return;
        }
        List<TableDifference> written = row.done().stream()
                .filter(difference -> !difference.isRequest())
                .toList();
        if (!written.isEmpty()) {
            rewrite(itemId, row.version(), written, upload, actor);
        }
        for (TableDifference difference : row.done()) {
            TableEdit edit = difference.edit();
            if (edit != null && edit.extension() != null) {
                String reason = Objects.requireNonNull(edit.reason());
                requests.ask(itemId, TableFields.extension(edit.extension(), reason), actor);
            }
        }
    }

    private void writeNew(TableReturnRow row, TableReturnStore.Upload upload, Actor actor) {
        UUID itemId = drafting.draft(
                new DraftItem(
                        row.title(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        Cycle.ONCE,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null),
                null,
                actor);
        List<TableDifference> more = row.done().stream()
                .filter(difference -> difference.column() != TableColumn.TITLE)
                .toList();
        if (!more.isEmpty()) {
            rewrite(itemId, rewriting.terms(itemId, actor).version(), more, upload, actor);
        }
    }

    private void rewrite(
            UUID itemId, int version, List<TableDifference> differences, TableReturnStore.Upload upload, Actor actor) {
        ItemTerms terms = rewriting.terms(itemId, actor);
        for (TableDifference difference : differences) {
            TableEdit edit = difference.edit();
            if (edit != null && edit.terms() != null) {
                edit.terms().accept(terms);
            }
        }
        Map<String, Object> details = Map.of("changes", told(differences), "file", upload.fileName());
        rewriting.rewrite(itemId, version, terms, details, actor);
    }

    /** What changed, in the language of the office: 标签：重点 → 一般. */
    private String told(List<TableDifference> differences) {
        return shortened(
                differences.stream()
                        .map(difference -> texts.get(
                                Texts.SIMPLIFIED,
                                "ledger.tables.told",
                                "column",
                                texts.get(Texts.SIMPLIFIED, difference.column().textKey()),
                                "before",
                                value(difference.before()),
                                "after",
                                value(difference.after())))
                        .collect(Collectors.joining("；")),
                LONGEST_LINE);
    }

    private String value(String cell) {
        return cell.isEmpty()
                ? texts.get(Texts.SIMPLIFIED, "ledger.tables.empty")
                : shortened(cell.replaceAll("\\s+", " "), LONGEST_VALUE);
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
