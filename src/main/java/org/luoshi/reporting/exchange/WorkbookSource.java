package org.luoshi.reporting.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;

/**
 * The rows of the first sheet of a workbook. The workbook is read by a thread of its own that waits when it is a few hundred rows ahead, so
 * that memory holds the file and not its rows. Formulas count as the values they had when the workbook was saved.
 */
public final class WorkbookSource implements BulkSource, AutoCloseable {

    private static final int LAST_ROW = 1_048_576;
    private static final int TOGETHER = 200;
    private static final int AHEAD = 4;

    private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private final BulkColumns columns;
    private List<SheetRow> rows = List.of();
    private int next;
    private boolean ended;

    /** Some rows that were read, and at the end what ended the reading. */
    private record Read(
            List<SheetRow> rows, boolean last, @Nullable RuntimeException fault) {}

    /** Reads the heading: the first row that is not blank. Refused: what is no workbook, an empty one, a heading that cannot be understood. */
    public WorkbookSource(byte[] workbook, SpreadsheetsApi spreadsheets, BulkMaker maker) {
        thread = new Thread(() -> read(workbook, spreadsheets), "workbook-reader");
        thread.setDaemon(true);
        thread.start();
        try {
            SheetRow head = row();
            if (head == null) {
                throw ExchangeError.EMPTY.plain();
            }
            columns = BulkColumns.of(head.cells(), maker);
        } catch (RuntimeException refusal) {
            close();
            throw refusal;
        }
    }

    @Override
    public @Nullable BulkRow next() {
        SheetRow row = row();
        return row == null ? null : columns.row(row.number(), row.cells());
    }

    @Override
    public String encoding() {
        return "Excel";
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private @Nullable SheetRow row() {
        while (true) {
            while (next < rows.size()) {
                SheetRow row = rows.get(next++);
                if (!row.isBlank()) {
                    return row;
                }
            }
            if (ended) {
                return null;
            }
            take();
        }
    }

    private void take() {
        try {
            Read read = queue.take();
            rows = read.rows;
            next = 0;
            ended = read.last;
            if (read.fault != null) {
                throw read.fault;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(byte[] workbook, SpreadsheetsApi spreadsheets) {
        List<SheetRow> read = new ArrayList<>();
        try {
            String sheet =
                    spreadsheets.sheetNames(workbook).stream().findFirst().orElseThrow(ExchangeError.EMPTY::plain);
            spreadsheets.read(workbook, sheet, LAST_ROW, row -> {
                read.add(row);
                if (read.size() == TOGETHER) {
                    put(new Read(List.copyOf(read), false, null));
                    read.clear();
                }
            });
            put(new Read(List.copyOf(read), true, null));
        } catch (Left nobodyReads) {
            // Whoever read it has closed it.
        } catch (RuntimeException fault) {
            end(fault);
        } catch (Error fault) {
            end(new IllegalStateException(fault));
        }
    }

    private void end(RuntimeException fault) {
        try {
            put(new Read(List.of(), true, fault));
        } catch (Left nobodyReads) {
            // Nobody wants to know.
        }
    }

    private void put(Read read) {
        try {
            queue.put(read);
        } catch (InterruptedException e) {
            throw new Left();
        }
    }

    /** Unwinds the reading that nobody waits for. */
    private static final class Left extends RuntimeException {}
}
