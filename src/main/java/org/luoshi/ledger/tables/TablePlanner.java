package org.luoshi.ledger.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemRewriting;
import org.luoshi.ledger.core.ItemTerms;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays the rows that came back beside the items as they are now, and says of each cell what it does or why it cannot. */
@Component
@Transactional(readOnly = true)
class TablePlanner {

    private final TableLines lines;
    private final TableFields fields;
    private final ItemRewriting rewriting;
    private final JdbcClient jdbc;
    /** A cell that is refused must not take the transaction with it, in which other rows may be written. */
    private final TransactionTemplate apart;

    TablePlanner(
            TableLines lines,
            TableFields fields,
            ItemRewriting rewriting,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.lines = lines;
        this.fields = fields;
        this.rewriting = rewriting;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    TableReturnPlan plan(TableReturnStore.Upload upload, Actor actor) {
        TableReturnContent content = upload.content();
        Locale language = Locale.forLanguageTag(content.language());
        Map<UUID, TableLine> now = lines.visible(
                content.rows().stream().flatMap(row -> row.id().stream()).collect(Collectors.toSet()), language, actor);
        Map<String, String> known = known(content.rows());
        Set<String> newTitles = new HashSet<>();
        List<TableReturnRow> rows = new ArrayList<>();
        int untouched = content.untouched();
        for (TableRow row : content.rows()) {
            TableDecision decision = upload.decisions().get(row.row());
            TableReturnRow planned =
                    row.isNew() ? fresh(row, known, newTitles, decision, actor) : changed(row, now, decision, actor);
            if (planned.differences().isEmpty() && planned.refusal() == null) {
                untouched++;
            } else {
                rows.add(planned);
            }
        }
        return new TableReturnPlan(
                upload.id(), upload.version(), upload.fileName(), content.ignored(), untouched, rows);
    }

    /** Titles of new rows that the ledger knows already, with what the item is called. */
    private Map<String, String> known(List<TableRow> rows) {
        Set<String> titles = rows.stream()
                .filter(TableRow::isNew)
                .map(row -> row.cell(TableColumn.TITLE))
                .collect(Collectors.toSet());
        Map<String, String> known = new HashMap<>();
        jdbc.sql("""
                select title, coalesce(number, title) as reference from ledger.item
                where title = any(:titles) and state not in ('CANCELLED', 'MERGED', 'NOT_FILED')
                """)
                .param("titles", Sql.texts(titles))
                .query((row, n) -> known.put(row.getString("title"), row.getString("reference")))
                .list();
        return known;
    }

    private TableReturnRow changed(
            TableRow row, Map<UUID, TableLine> now, @Nullable TableDecision decision, Actor actor) {
        Optional<UUID> id = row.id();
        TableLine line = id.map(now::get).orElse(null);
        if (id.isEmpty()) {
            return refused(row, null, TableError.ID_NOT_ONE.plain(), decision);
        }
        if (line == null) {
            return refused(row, null, TableError.ID_UNKNOWN.plain(), decision);
        }
        if (!row.twins().isEmpty()) {
            String twins = row.twins().stream().map(String::valueOf).collect(Collectors.joining("、"));
            return refused(row, line, TableError.ID_TWICE.with(Map.of("rows", twins)), decision);
        }
        TableMarks marks = row.marks();
        List<TableDifference> differences = new ArrayList<>();
        row.cells().forEach((column, cell) -> {
            if (column.isMarked() && isEdited(column, cell, marks, line)) {
                differences.add(difference(column, row, line, actor));
            }
        });
        return new TableReturnRow(
                row.row(),
                TableReturnRow.Kind.CHANGE,
                line.id(),
                line.reference(),
                line.title(),
                line.version(),
                row.version() != line.version(),
                checkedTogether(differences, line.id(), actor),
                row.version() == line.version() ? List.of() : meanwhile(row, marks, line),
                null,
                decision);
    }

    /** Somebody wrote something else into the cell than stood there, and it is not what the ledger says by now. */
    private static boolean isEdited(TableColumn column, String cell, TableMarks marks, TableLine line) {
        if (cell.equals(line.cell(column))) {
            return false;
        }
        return marks.knows(column) ? !marks.fits(column, cell) : column.field() != null;
    }

    private TableDifference difference(TableColumn column, TableRow row, TableLine line, Actor actor) {
        String before = line.cell(column);
        String after = row.cell(column);
        if (column.field() == null) {
            return new TableDifference(column, before, after, null, TableError.ONLY_TO_READ.plain());
        }
        try {
            TableEdit edit = apart.execute(unused -> fields.read(column, row, line, actor));
            return new TableDifference(column, before, after, edit, null);
        } catch (BusinessException refusal) {
            return new TableDifference(column, before, after, null, refusal);
        }
    }

    /** Edits that are right one by one may not go together: a lead that is also a co-unit, a duty for a unit that is none. */
    private List<TableDifference> checkedTogether(List<TableDifference> differences, UUID itemId, Actor actor) {
        if (differences.stream().noneMatch(TablePlanner::concernsUnits)) {
            return differences;
        }
        ItemTerms terms = rewriting.terms(itemId, actor);
        List<TableDifference> tried = differences.stream()
                .map(difference -> concernsUnits(difference) ? tried(difference, terms) : difference)
                .toList();
        boolean leadIsCo = terms.coUnits.stream().anyMatch(co -> co.unitId().equals(terms.leadUnitId));
        return tried.stream()
                .map(difference -> leadIsCo && concernsUnits(difference)
                        ? difference.refusedFor(LedgerError.UNIT_TWICE.with(Map.of("unit", difference.after())))
                        : difference)
                .toList();
    }

    private static boolean concernsUnits(TableDifference difference) {
        return !difference.isRefused()
                && Set.of(TableColumn.LEAD, TableColumn.CO, TableColumn.DUTY).contains(difference.column());
    }

    private static TableDifference tried(TableDifference difference, ItemTerms terms) {
        try {
            TableEdit edit = difference.edit();
            if (edit != null && edit.terms() != null) {
                edit.terms().accept(terms);
            }
            return difference;
        } catch (BusinessException refusal) {
            return difference.refusedFor(refusal);
        }
    }

    private static List<TableReturnRow.Meanwhile> meanwhile(TableRow row, TableMarks marks, TableLine line) {
        List<TableReturnRow.Meanwhile> changes = new ArrayList<>();
        for (TableColumn column : TableColumn.readable()) {
            if (column.tellsChanges() && marks.knows(column) && !marks.fits(column, line.cell(column))) {
                String cell = row.cell(column);
                changes.add(new TableReturnRow.Meanwhile(
                        column, marks.fits(column, cell) ? cell : null, line.cell(column)));
            }
        }
        return changes;
    }

    private static TableReturnRow refused(
            TableRow row, @Nullable TableLine line, BusinessException why, @Nullable TableDecision decision) {
        String title = line == null ? row.cell(TableColumn.TITLE) : line.title();
        return new TableReturnRow(
                row.row(),
                TableReturnRow.Kind.CHANGE,
                line == null ? null : line.id(),
                line == null ? title : line.reference(),
                title,
                line == null ? 0 : line.version(),
                false,
                List.of(),
                List.of(),
                why,
                decision);
    }

    private TableReturnRow fresh(
            TableRow row,
            Map<String, String> known,
            Set<String> newTitles,
            @Nullable TableDecision decision,
            Actor actor) {
        String title = row.cell(TableColumn.TITLE).replaceAll("\\s*\\n\\s*", " ");
        List<TableDifference> differences = new ArrayList<>();
        for (TableColumn column : TableColumn.readable()) {
            try {
                TableEdit edit = apart.execute(unused -> fields.readNew(column, row, actor));
                if (edit != null) {
                    differences.add(new TableDifference(column, "", row.cell(column), edit, null));
                }
            } catch (BusinessException refusal) {
                differences.add(new TableDifference(column, "", row.cell(column), null, refusal));
            }
        }
        return new TableReturnRow(
                row.row(),
                TableReturnRow.Kind.NEW,
                null,
                title,
                title,
                0,
                false,
                differences,
                Collections.emptyList(),
                whyNotNew(title, differences, known, newTitles),
                decision);
    }

    private static @Nullable BusinessException whyNotNew(
            String title, List<TableDifference> differences, Map<String, String> known, Set<String> newTitles) {
        if (title.isEmpty()) {
            return TableError.NEW_WITHOUT_TITLE.plain();
        }
        for (TableDifference difference : differences) {
            if (difference.column() == TableColumn.TITLE && difference.refusal() != null) {
                return difference.refusal();
            }
        }
        String item = known.get(title);
        if (item != null) {
            return TableError.NEW_IS_KNOWN.with(Map.of("item", item));
        }
        return newTitles.add(title) ? null : TableError.NEW_TWICE.plain();
    }
}
