package org.luoshi.ledger.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemPage;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshi.spreadsheets.TextTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a list of the ledger as its viewer sees it, however long, as work in the background: one look at the database, a page of rows in
 * memory. A cancelled file leaves nothing.
 */
@Service
public class TableExports {

    private static final int AT_A_TIME = 500;

    private final ItemList list;
    private final TableLines lines;
    private final TableExportStore store;
    private final TableNotes notes;
    private final SpreadsheetsApi spreadsheets;
    private final HistoryApi history;
    private final JobsApi jobs;
    private final Texts texts;
    private final TransactionTemplate oneLook;
    private final ZoneId zone;
    private final Clock clock;

    TableExports(
            ItemList list,
            TableLines lines,
            TableExportStore store,
            TableNotes notes,
            SpreadsheetsApi spreadsheets,
            HistoryApi history,
            JobsApi jobs,
            Texts texts,
            PlatformTransactionManager transactions,
            ZoneId zone,
            Clock clock) {
        this.list = list;
        this.lines = lines;
        this.store = store;
        this.notes = notes;
        this.spreadsheets = spreadsheets;
        this.history = history;
        this.jobs = jobs;
        this.texts = texts;
        this.oneLook = new TransactionTemplate(transactions);
        this.oneLook.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.zone = zone;
        this.clock = clock;
    }

    /** Starts the work and returns its id. No columns means all of them. */
    public UUID start(ItemFilter filter, List<TableColumn> columns, Locale locale, Actor actor) {
        return jobs.start(
                "ledger-export", Map.of(), actor, progress -> write(filter, columns, locale, actor, progress));
    }

    /** The work itself. */
    public JobOutcome write(
            ItemFilter filter, List<TableColumn> columns, Locale locale, Actor actor, JobsApi.Progress progress) {
        Locale language = Texts.nearest(locale);
        return Objects.requireNonNull(oneLook.execute(unused -> {
            UUID id = TimeOrderedIds.next(clock);
            String name =
                    texts.get(language, "ledger.tables.sheet") + " " + LocalDate.now(clock.withZone(zone)) + ".xlsx";
            store.begin(id, name, actor);
            Rows rows = new Rows(filter, columns(filter, columns), language, actor, progress);
            TableExportStore.Pieces out = store.new Pieces(id);
            spreadsheets.writeTexts(out, List.of(sheet(rows), notes.sheet(filter, rows.columns, language, actor)));
            out.close();
            store.end(id, rows.done, out.size());
            history.record(
                    new HistoryFact(
                            id,
                            "ledger.table",
                            id,
                            "exported",
                            Map.of("rows", rows.done, "view", filter.view().name()),
                            null),
                    actor);
            progress.checkCancelled();
            return new JobOutcome(
                    "ledger.tables.exported",
                    Map.of("rows", Integer.toString(rows.done)),
                    "/ledger/exports/" + id,
                    null);
        }));
    }

    /** What stood in the ledger on a day that is over is not brought back: such a file has nothing by which it would be known. */
    private static List<TableColumn> columns(ItemFilter filter, List<TableColumn> wanted) {
        if (filter.asOf() == null) {
            return TableColumn.complete(wanted);
        }
        List<TableColumn> chosen = wanted.isEmpty() ? TableColumn.readable() : wanted;
        return chosen.stream()
                .filter(column -> column != TableColumn.REASON)
                .distinct()
                .toList();
    }

    private TextTable sheet(Rows rows) {
        Stream<List<String>> all =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
        return new TextTable(
                texts.get(rows.language, "ledger.tables.sheet"),
                rows.columns.stream()
                        .map(column -> column.heading(texts, rows.language))
                        .toList(),
                all);
    }

    /** The list page after page, told as progress. */
    private final class Rows implements Iterator<List<String>> {

        private final ItemFilter filter;
        private final List<TableColumn> columns;
        private final Locale language;
        private final Actor actor;
        private final JobsApi.Progress progress;
        private final int total;
        private Iterator<TableLine> page = List.<TableLine>of().iterator();
        private @Nullable String cursor;
        private boolean last;
        private int done;

        Rows(ItemFilter filter, List<TableColumn> columns, Locale language, Actor actor, JobsApi.Progress progress) {
            this.filter = filter;
            this.columns = columns;
            this.language = language;
            this.actor = actor;
            this.progress = progress;
            this.total = list.count(filter, actor);
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !last) {
                progress.checkCancelled();
                progress.at(done, total);
                ItemPage next = list.page(filter, cursor, AT_A_TIME, actor);
                page = lines.of(next.rows(), filter.asOf(), language, actor).iterator();
                cursor = next.nextCursor();
                last = cursor == null;
            }
            return page.hasNext();
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            done++;
            return page.next().row(columns);
        }
    }
}
