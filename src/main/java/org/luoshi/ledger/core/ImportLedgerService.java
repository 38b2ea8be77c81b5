package org.luoshi.ledger.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.files.FilesApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing in a ledger that was kept in Excel, step by step: the file, its headings, the dry run. Nothing is filed here. */
@Service
@Transactional
public class ImportLedgerService {

    static final int MAXIMUM_ROWS = 5_000;
    private static final int LONGEST_TITLE = 300;

    private final ImportStore store;
    private final ImportDictionary dictionary;
    private final ImportPlanner planner;
    private final SpreadsheetsApi spreadsheets;
    private final FilesApi files;
    private final ZoneId zone;
    private final Clock clock;

    ImportLedgerService(
            ImportStore store,
            ImportDictionary dictionary,
            ImportPlanner planner,
            SpreadsheetsApi spreadsheets,
            FilesApi files,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.dictionary = dictionary;
        this.planner = planner;
        this.spreadsheets = spreadsheets;
        this.files = files;
        this.zone = zone;
        this.clock = clock;
    }

    /** A table that somebody has not finished bringing in. */
    public record Open(UUID id, String fileName, Instant createdAt) {}

    /** Takes a workbook, finds its headings and proposes what they mean. Refused before anything is kept: marked, broken or endless files. */
    public UUID upload(String fileName, byte[] content, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        if (content.length == 0) {
            throw ImportError.FILE_MISSING.plain();
        }
        files.extractText(fileName, content);
        List<String> sheets = spreadsheets.sheetNames(content);
        ImportChoices choices = propose(fileName, content, sheets);
        UUID id = TimeOrderedIds.next(clock);
        store.insert(id, actor, fileName, sha256(content), content, choices);
        return id;
    }

    /** The first sheet in which headings are found, else the first with anything. */
    private ImportChoices propose(String fileName, byte[] content, List<String> sheets) {
        for (String sheet : sheets.subList(0, sheets.size() - 1)) {
            try {
                List<SheetRow> rows = rows(content, sheet);
                if (ImportedTable.findHeadings(rows, dictionary) > 0) {
                    return propose(fileName, sheet, rows, 0);
                }
            } catch (org.luoshi.shared.BusinessException empty) {
                // An empty cover sheet before the table is no reason to refuse the file; the last sheet says what is
                // wrong.
                if (empty.error() != org.luoshi.spreadsheets.SpreadsheetError.EMPTY_SHEET) {
                    throw empty;
                }
            }
        }
        String last = sheets.get(sheets.size() - 1);
        return propose(fileName, last, rows(content, last), 0);
    }

    private ImportChoices propose(String fileName, String sheet, List<SheetRow> rows, int wantedRow) {
        int headingRow = wantedRow > 0 ? wantedRow : ImportedTable.findHeadings(rows, dictionary);
        ImportedTable table = ImportedTable.of(rows, headingRow, dictionary);
        if (headingRow > 0 && table.body().stream().allMatch(SheetRow::isBlank)) {
            throw ImportError.ONLY_HEADINGS.with(Map.of("sheet", sheet, "row", headingRow));
        }
        String title = table.titles().isEmpty()
                ? fileName.replaceFirst("\\.[A-Za-z]+$", "")
                : table.titles().get(0);
        return new ImportChoices(
                sheet,
                headingRow,
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                reference(table.titles(), sheet, fileName),
                ImportTarget.UNDER_WAY,
                dictionary.propose(table.columns()),
                Map.of(),
                Map.of(),
                Set.of(),
                false);
    }

    /** The first day or year told by the rows above the headings, the sheet or the file; else today. */
    private LocalDate reference(List<String> titles, String sheet, String fileName) {
        return Stream.concat(titles.stream(), Stream.of(sheet, fileName))
                .flatMap(text -> Stream.ofNullable(ImportLimits.dayIn(text)))
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    }

    @Transactional(readOnly = true)
    public ImportProposal open(UUID id, Actor actor) {
        ImportStore.Upload upload = unfiled(id, actor);
        ImportChoices choices = upload.choices();
        ImportedTable table =
                ImportedTable.of(rows(upload.content(), choices.sheet()), choices.headingRow(), dictionary);
        long rows = table.body().stream().filter(row -> !row.isBlank()).count();
        return new ImportProposal(
                id,
                upload.version(),
                upload.fileName(),
                spreadsheets.sheetNames(upload.content()),
                choices,
                table.titles(),
                table.columns(),
                (int) rows,
                store.filedBefore(upload.sha256()).orElse(null));
    }

    /** Another sheet or another row of headings: the columns are proposed anew; the other answers stay. */
    public void readAnew(UUID id, int version, String sheet, int headingRow, Actor actor) {
        ImportStore.Upload upload = unfiled(id, actor);
        List<SheetRow> rows = rows(upload.content(), sheet);
        if (headingRow < 0 || headingRow > rows.size()) {
            throw ImportError.HEADING_ROW_OUTSIDE.with(Map.of("row", headingRow, "last", rows.size()));
        }
        ImportChoices before = upload.choices();
        ImportChoices found = propose(upload.fileName(), sheet, rows, headingRow);
        store.choose(
                upload,
                version,
                new ImportChoices(
                        sheet,
                        found.headingRow(),
                        found.title(),
                        before.reference(),
                        before.target(),
                        found.meanings(),
                        before.units(),
                        before.dues(),
                        Set.of(),
                        before.again()));
    }

    /** The officer's mapping. */
    public void map(
            UUID id,
            int version,
            String title,
            LocalDate reference,
            ImportTarget target,
            List<ImportMeaning> meanings,
            Actor actor) {
        ImportStore.Upload upload = unfiled(id, actor);
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw ImportError.TITLE_WRONG.with(Map.of("longest", LONGEST_TITLE));
        }
        files.requireUnmarked(title);
        if (!meanings.contains(ImportMeaning.TITLE) && !meanings.contains(ImportMeaning.TASK)) {
            throw ImportError.NO_TITLE_COLUMN.plain();
        }
        store.choose(upload, version, upload.choices().withMapping(title.strip(), reference, target, meanings));
    }

    /** What was decided on the page of the dry run. */
    public void answer(
            UUID id,
            int version,
            Map<String, String> units,
            Map<Integer, String> dues,
            Set<Integer> leftOut,
            boolean again,
            Actor actor) {
        ImportStore.Upload upload = unfiled(id, actor);
        store.choose(upload, version, upload.choices().withAnswers(units, dues, leftOut, again));
    }

    @Transactional(readOnly = true)
    public ImportDryRun dryRun(UUID id, Actor actor) {
        return plan(unfiled(id, actor));
    }

    ImportDryRun plan(ImportStore.Upload upload) {
        ImportChoices choices = upload.choices();
        if (!choices.has(ImportMeaning.TITLE) && !choices.has(ImportMeaning.TASK)) {
            throw ImportError.NO_TITLE_COLUMN.plain();
        }
        ImportedTable table =
                ImportedTable.of(rows(upload.content(), choices.sheet()), choices.headingRow(), dictionary);
        ImportPlanner.Result result = planner.plan(table, choices);
        return new ImportDryRun(
                upload.id(),
                upload.version(),
                upload.fileName(),
                choices,
                result.rows(),
                result.names(),
                store.filedBefore(upload.sha256()).orElse(null));
    }

    public List<Open> openOf(Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        return store.openOf(actor);
    }

    public void discard(UUID id, Actor actor) {
        store.remove(unfiled(id, actor).id());
    }

    private ImportStore.Upload unfiled(UUID id, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        ImportStore.Upload upload = store.require(id, actor);
        if (upload.filed()) {
            throw ImportError.ALREADY_FILED.plain();
        }
        return upload;
    }

    /** All rows of a sheet, looked at for marks cell by cell before anything of them is kept. */
    private List<SheetRow> rows(byte[] content, String sheet) {
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(content, sheet, MAXIMUM_ROWS, rows::add);
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join("\n", row.cells())).append('\n'));
        files.requireUnmarked(text.toString());
        return rows;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
