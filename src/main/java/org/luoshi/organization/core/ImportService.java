package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.IMPORT_HAS_ERRORS;
import static org.luoshi.organization.core.OrganizationError.IMPORT_WITHOUT_NAMES;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_IMPORT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * Brings in units and people from Excel: all rows or none. The dry run is the import itself in a transaction that is taken back, so it
 * cannot say anything else than what will happen.
 */
@Service
public class ImportService {

    public static final int MOST_ROWS = 5000;

    private final FilesApi files;
    private final SpreadsheetsApi spreadsheets;
    private final JobsApi jobs;
    private final Directory directory;
    private final UnitFinder finder;
    private final TypedUnits typed;
    private final UnitService units;
    private final StaffService staff;
    private final SeatService seats;
    private final TransactionTemplate transaction;

    ImportService(
            FilesApi files,
            SpreadsheetsApi spreadsheets,
            JobsApi jobs,
            Directory directory,
            UnitFinder finder,
            TypedUnits typed,
            UnitService units,
            StaffService staff,
            SeatService seats,
            TransactionTemplate transaction) {
        this.files = files;
        this.spreadsheets = spreadsheets;
        this.jobs = jobs;
        this.directory = directory;
        this.finder = finder;
        this.typed = typed;
        this.units = units;
        this.staff = staff;
        this.seats = seats;
        this.transaction = transaction;
    }

    /** Keeps the upload after the secrecy guard and the reader have accepted it. */
    public UUID upload(MultipartFile upload, Actor actor) {
        try {
            read(upload.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.store(upload, actor).id();
    }

    /** The table of an upload of this person. */
    public ImportTable table(UUID fileId, Actor actor) {
        StoredFile file = files.find(fileId)
                .filter(stored -> stored.storedBy().equals(actor.personId()))
                .orElseThrow(() -> UNKNOWN_IMPORT.with(Map.of("id", fileId)));
        try (InputStream content = files.open(fileId)) {
            return ImportTable.of(fileId, file.name(), read(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would happen to each row. */
    public List<ImportLine> dryRun(ImportTable table, ImportOptions options, Actor actor) {
        requireNames(options);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return run(options, actor).over(table.rows(), () -> {});
        });
    }

    /** Starts the import as long work and returns its id. */
    public UUID start(ImportTable table, ImportOptions options, Actor actor) {
        requireNames(options);
        return jobs.start("organization-import", Map.of("file", table.fileName()), actor, progress -> {
            int total = table.rows().size();
            int[] done = {0};
            List<ImportLine> lines = transaction.execute(status -> {
                List<ImportLine> all = run(options, actor).over(table.rows(), () -> {
                    progress.checkCancelled();
                    progress.at(++done[0], total);
                });
                requireNoErrors(all);
                return all;
            });
            long added = lines.stream()
                    .filter(line -> line.kind() == ImportLine.Kind.NEW)
                    .count();
            Map<String, String> figures =
                    Map.of("added", String.valueOf(added), "known", String.valueOf(lines.size() - added));
            return new JobOutcome("organization.import.done", figures, "/units", null);
        });
    }

    private ImportRun run(ImportOptions options, Actor actor) {
        return new ImportRun(directory, finder, typed, units, staff, seats, options, actor);
    }

    private static void requireNames(ImportOptions options) {
        if (!options.columns().containsKey(ImportColumn.UNIT)
                && !options.columns().containsKey(ImportColumn.PERSON)) {
            throw IMPORT_WITHOUT_NAMES.plain();
        }
    }

    private static void requireNoErrors(List<ImportLine> lines) {
        long errors = lines.stream()
                .filter(line -> line.kind() == ImportLine.Kind.ERROR)
                .count();
        if (errors > 0) {
            throw IMPORT_HAS_ERRORS.with(Map.of("count", errors));
        }
    }

    private List<SheetRow> read(byte[] workbook) {
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(workbook, spreadsheets.sheetNames(workbook).get(0), MOST_ROWS, rows::add);
        return rows;
    }
}
