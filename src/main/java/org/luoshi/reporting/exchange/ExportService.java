package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.luoshi.platform.Texts;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all reports of one round as a file, unit by unit in the official order, straight into the answer: nothing is kept, and memory holds a
 * few rows and the names of the places above. Who was asked and is silent stands in it too.
 */
@Component
public class ExportService {

    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);
    private static final int AT_A_TIME = 2_000;
    /** Each holds a connection as long as its receiver takes. */
    private static final int AT_ONCE = 3;

    private static final long HEARD_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String ASKED = """
             from reporting.obligation o join reporting.place p on p.key = o.place
            """;
    private static final String WHERE = """
             where o.period = :period and o.regime = :regime and o.place between :first and :last
            """;

    private final JdbcClient jdbc;
    private final ExportStore store;
    private final Senders senders;
    private final SpreadsheetsApi spreadsheets;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final Semaphore room = new Semaphore(AT_ONCE);

    ExportService(
            JdbcClient jdbc,
            ExportStore store,
            Senders senders,
            SpreadsheetsApi spreadsheets,
            Texts texts,
            ZoneId zone,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.senders = senders;
        this.spreadsheets = spreadsheets;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What one file holds: a round, and the place with all that lies below it. */
    public record Wanted(OpenRound open, long node, ExportKind kind, Locale locale) {}

    /** Where the file goes; opened when nothing can be refused any more. */
    @FunctionalInterface
    public interface Receiver {
        OutputStream open() throws IOException;
    }

    /** Rows the file will have: all units that are asked there. */
    public int count(OpenRound open, long node) {
        return jdbc.sql("select count(*) from reporting.obligation o" + WHERE)
                .params(where(open, node))
                .query(Integer.class)
                .single();
    }

    /**
     * Refused (NOT_YOURS) before the first byte where the place is not in the actor's sight. Columns with personal data only for those who report
     * for the place. Refused too (EXPORTS_BUSY) while others are fetching as many as this server serves.
     */
    public void write(Wanted wanted, Receiver receiver, Actor actor) {
        senders.requireSight(actor, wanted.node());
        if (!room.tryAcquire()) {
            throw ExchangeError.EXPORTS_BUSY.plain();
        }
        try {
            writeTold(wanted, receiver, actor);
        } finally {
            room.release();
        }
    }

    private void writeTold(Wanted wanted, Receiver receiver, Actor actor) {
        boolean personal = senders.mayReport(actor, wanted.node());
        int total = count(wanted.open(), wanted.node());
        UUID id = store.begin(wanted.open(), wanted.node(), wanted.kind(), personal, total, actor);
        Told told = new Told(id);
        try {
            OutputStream out = receiver.open();
            reading.executeWithoutResult(unused -> writeAll(wanted, out, personal, told));
            store.end(id, told.done, false);
        } catch (IOException left) {
            stopped(id, told.done);
            throw new UncheckedIOException(left);
        } catch (RuntimeException | Error fault) {
            stopped(id, told.done);
            throw fault;
        }
    }

    private void stopped(UUID id, int done) {
        try {
            store.end(id, done, true);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("How file {} stopped could not be written: {}", id, away.getMessage());
        }
    }

    private void writeAll(Wanted wanted, OutputStream out, boolean personal, Told told) {
        ExportColumns columns = columns(wanted, personal);
        try (Stream<ExportLine> lines = lines(wanted)) {
            Stream<List<String>> rows = lines.map(line -> {
                told.one();
                return columns.cells(line);
            });
            if (wanted.kind() == ExportKind.XLSX) {
                String sheet = wanted.open().round().period().toString();
                spreadsheets.write(out, sheet, columns.head(), rows);
            } else {
                CsvWriter.write(out, columns.head(), rows, true);
            }
        }
    }

    private Stream<ExportLine> lines(Wanted wanted) {
        return jdbc
                .sql("""
                        select p.key, p.level, p.code, p.name, o.kind, o.late, o.exempt, o.review, o.revision,
                               r.sequel, r.final, r.signer, r.at, r.values, r.reason
                        """ + ASKED + """
                         left join reporting.report r
                            on r.period = o.period and r.regime = o.regime and r.place = o.place and r.province = o.province
                               and r.revision = o.revision and o.kind > 0
                        """ + WHERE + " order by o.place")
                .params(where(wanted.open(), wanted.node()))
                .withFetchSize(AT_A_TIME)
                .query(ExportLine::read)
                .stream();
    }

    private ExportColumns columns(Wanted wanted, boolean personal) {
        int deepest = jdbc.sql("select coalesce(max(p.level), 1)" + ASKED + WHERE)
                .params(where(wanted.open(), wanted.node()))
                .query(Integer.class)
                .single();
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select key, name from reporting.place where level < :deepest and key between :first and :last")
                .param("deepest", deepest)
                .param("first", PlaceKey.above(wanted.node(), Math.min(1, PlaceKey.level(wanted.node()))))
                .param("last", PlaceKey.last(wanted.node()))
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return new ExportColumns(
                texts,
                wanted.locale(),
                zone,
                clock.instant().isAfter(wanted.open().round().due()),
                Math.max(1, Math.min(deepest, PlaceKey.level(wanted.node()))),
                deepest,
                ExportColumns.fields(wanted.open(), personal),
                names);
    }

    private static Map<String, Object> where(OpenRound open, long node) {
        return Map.of(
                "period", open.round().period(),
                "regime", open.round().regime(),
                "first", node,
                "last", PlaceKey.last(node));
    }

    /** Counts, and says each second how far it is. */
    private final class Told {

        private final UUID id;
        private long last = System.nanoTime();
        private int done;

        Told(UUID id) {
            this.id = id;
        }

        void one() {
            done++;
            if (done % 500 == 0 && System.nanoTime() - last > HEARD_EVERY_NANOS) {
                last = System.nanoTime();
                store.heard(id, done);
            }
        }
    }
}
