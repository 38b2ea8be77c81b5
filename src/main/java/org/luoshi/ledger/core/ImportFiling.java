package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files a whole table in one transaction, as work in the background: all of it or nothing. */
@Service
public class ImportFiling {

    static final String SOURCE_KIND = "IMPORT";

    private final ImportStore store;
    private final ImportLedgerService service;
    private final ImportTakeOver takeOver;
    private final ImportTexts texts;
    private final SourceService sources;
    private final ItemDrafting drafting;
    private final ItemSteps steps;
    private final Ledger ledger;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final HistoryApi history;
    private final JobsApi jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportFiling(
            ImportStore store,
            ImportLedgerService service,
            ImportTakeOver takeOver,
            ImportTexts texts,
            SourceService sources,
            ItemDrafting drafting,
            ItemSteps steps,
            Ledger ledger,
            OrganizationApi organization,
            FilesApi files,
            HistoryApi history,
            JobsApi jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.service = service;
        this.takeOver = takeOver;
        this.texts = texts;
        this.sources = sources;
        this.drafting = drafting;
        this.steps = steps;
        this.ledger = ledger;
        this.organization = organization;
        this.files = files;
        this.history = history;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Starts the filing of what the dry run showed; refused at once where that has errors. Returns the id of the work. */
    public UUID start(UUID id, int seenVersion, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        return Objects.requireNonNull(transaction.execute(unused -> {
            ImportStore.Upload upload = unfiled(id, actor);
            if (upload.version() != seenVersion) {
                throw ImportError.CHANGED_MEANWHILE.plain();
            }
            UUID running = upload.jobId();
            if (running != null
                    && jobs.find(running, actor)
                            .filter(job -> job.state() == Job.State.RUNNING)
                            .isPresent()) {
                throw ImportError.RUNNING.plain();
            }
            service.plan(upload).requireFileable();
            UUID job = jobs.start(
                    "ledger-import",
                    Map.of("file", upload.fileName()),
                    actor,
                    progress -> file(id, seenVersion, actor, progress));
            store.startedBy(id, job);
            return job;
        }));
    }

    /** The work itself: one transaction around everything, with the cancel flag asked before each row and before the end. */
    public JobOutcome file(UUID id, int seenVersion, Actor actor, JobsApi.Progress progress) {
        return Objects.requireNonNull(transaction.execute(unused -> {
            ImportStore.Upload upload = unfiled(id, actor);
            if (upload.version() != seenVersion) {
                throw ImportError.CHANGED_MEANWHILE.plain();
            }
            ImportDryRun plan = service.plan(upload);
            plan.requireFileable();
            List<ImportRow> rows = plan.items();
            progress.at(0, rows.size());
            requireKind(rows);
            Map<String, UUID> units = units(plan, actor);
            UUID fileId =
                    files.store(upload.fileName(), upload.content(), actor).id();
            UUID sourceId = registerSource(plan, rows, fileId, actor);
            List<UUID> clauses = cut(sourceId, rows);
            for (int i = 0; i < rows.size(); i++) {
                progress.checkCancelled();
                fileRow(rows.get(i), sourceId, clauses.get(i), units, actor);
                progress.at(i + 1L, rows.size());
            }
            store.filed(id, sourceId, rows.size());
            history.record(
                    new HistoryFact(
                            sourceId,
                            "ledger.source",
                            sourceId,
                            "brought-in",
                            Map.of("file", upload.fileName(), "count", rows.size(), "sha256", upload.sha256()),
                            null),
                    actor);
            progress.checkCancelled();
            return new JobOutcome(
                    "ledger.import.done",
                    Map.of(
                            "count",
                            Integer.toString(rows.size()),
                            "title",
                            plan.choices().title()),
                    "/ledger/sources/" + sourceId,
                    null);
        }));
    }

    private ImportStore.Upload unfiled(UUID id, Actor actor) {
        ImportStore.Upload upload = store.lock(id, actor);
        if (upload.filed()) {
            throw ImportError.ALREADY_FILED.plain();
        }
        return upload;
    }

    /** Sources of this kind skip approval, for their items were approved when the old ledger was made; an office may switch that off. */
    private void requireKind(List<ImportRow> rows) {
        jdbc.sql("""
                insert into ledger.source_kind (code, skips_approval, needs_file, position)
                values (:code, true, false, (select coalesce(max(position), 0) + 1 from ledger.source_kind))
                on conflict (code) do nothing
                """).param("code", SOURCE_KIND).update();
        boolean skips = jdbc.sql("select skips_approval from ledger.source_kind where code = :code")
                .param("code", SOURCE_KIND)
                .query(Boolean.class)
                .single();
        if (!skips && rows.stream().anyMatch(row -> row.target() != ImportTarget.DRAFTS)) {
            throw ImportError.APPROVAL_NEEDED.plain();
        }
    }

    /** The units by the names that the plan shows; those that are new are made. */
    private Map<String, UUID> units(ImportDryRun plan, Actor actor) {
        Set<String> used = new LinkedHashSet<>();
        plan.items()
                .forEach(row -> Stream.concat(row.leads().stream(), row.supporting().stream())
                        .forEach(used::add));
        List<WrittenName> names = plan.names().stream()
                .filter(name -> used.contains(name.unitName()))
                .toList();
        Map<String, UUID> ids = organization.unitsFor(names, actor);
        Map<String, UUID> units = new HashMap<>();
        names.forEach(name -> units.putIfAbsent(name.unitName(), ids.get(name.written())));
        return units;
    }

    private UUID registerSource(ImportDryRun plan, List<ImportRow> rows, UUID fileId, Actor actor) {
        UUID sourceId = sources.register(
                new NewSource(
                        SOURCE_KIND,
                        plan.choices().title(),
                        null,
                        null,
                        null,
                        String.join("\n", lines(rows)),
                        List.of(fileId)),
                actor);
        sources.perform(sourceId, SourceStep.SUPERVISE, StepInput.of(1), actor);
        return sourceId;
    }

    private List<String> lines(List<ImportRow> rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(texts.line(i + 1, rows.get(i)));
        }
        return lines;
    }

    /** Each line is a clause; all at once, for a table may have thousands. */
    private List<UUID> cut(UUID sourceId, List<ImportRow> rows) {
        List<UUID> clauses = new ArrayList<>();
        int start = 0;
        for (String line : lines(rows)) {
            int end = start + line.codePointCount(0, line.length());
            UUID id = TimeOrderedIds.next(clock);
            jdbc.sql("""
                    insert into ledger.clause (id, source_id, start_at, end_at, text, cover)
                    values (:id, :source, :start, :end, :text, 'OPEN')
                    """)
                    .param("id", id)
                    .param("source", sourceId)
                    .param("start", start)
                    .param("end", end)
                    .param("text", line)
                    .update();
            clauses.add(id);
            start = end + 1;
        }
        return clauses;
    }

    private void fileRow(ImportRow row, UUID sourceId, UUID clauseId, Map<String, UUID> units, Actor actor) {
        ImportLimit limit = row.limit();
        UUID itemId = drafting.draft(
                new DraftItem(
                        row.title(),
                        sourceId,
                        List.of(clauseId),
                        List.of(row.task()),
                        null,
                        row.due(),
                        Objects.requireNonNullElse(limit.cycle(), Cycle.ONCE),
                        limit.cycleDay(),
                        lead(row, units),
                        coUnits(row, units),
                        List.of(),
                        null,
                        row.section()),
                null,
                actor);
        if (row.target() == ImportTarget.DRAFTS) {
            return;
        }
        steps.perform(itemId, ItemStep.FILE_AT_ONCE, StepInput.of(ledger.item(itemId).version), actor);
        if (row.target() == ImportTarget.ISSUED) {
            steps.perform(itemId, ItemStep.ISSUE, StepInput.of(ledger.item(itemId).version), actor);
        } else {
            takeOver.takeOver(itemId, row, actor);
        }
    }

    private static @Nullable UUID lead(ImportRow row, Map<String, UUID> units) {
        return row.leads().isEmpty() ? null : units.get(row.leads().get(0));
    }

    /** Whoever leads together with the first stands among the co-units, with that duty. */
    private List<DraftItem.CoUnit> coUnits(ImportRow row, Map<String, UUID> units) {
        UUID lead = lead(row, units);
        Map<UUID, DraftItem.CoUnit> all = new java.util.LinkedHashMap<>();
        row.leads().stream().skip(1).forEach(name -> add(all, units.get(name), lead, texts.jointLead()));
        row.supporting().forEach(name -> add(all, units.get(name), lead, null));
        return new ArrayList<>(all.values());
    }

    private static void add(
            Map<UUID, DraftItem.CoUnit> all, @Nullable UUID unitId, @Nullable UUID lead, @Nullable String duty) {
        if (unitId != null && !unitId.equals(lead)) {
            all.putIfAbsent(unitId, new DraftItem.CoUnit(unitId, duty, null));
        }
    }
}
