package org.luoshi.history.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.history.HistoryFinding.Kind;
import org.luoshi.history.HistoryLine;
import org.luoshi.history.HistoryVerification;
import org.luoshi.history.core.Numbers.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes everything from the tables as they are now. */
@Component
public class HistoryVerifier {

    private static final int SEALS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final HistoryLines lines;
    private final SealStore seals;

    HistoryVerifier(JdbcClient jdbc, HistoryLines lines, SealStore seals) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.seals = seals;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public HistoryVerification verify() {
        SealCheck check = new SealCheck();
        LateLines late = new LateLines();
        List<Run> covered = new ArrayList<>();
        long sealed = 0;
        List<SealStore.Stored> batch = seals.after(0, SEALS_AT_ONCE);
        while (!batch.isEmpty()) {
            Map<Long, Long> writers = new HashMap<>();
            Map<Long, byte[]> leaves = leavesUnder(batch, writers);
            sealed += leaves.size();
            for (SealStore.Stored stored : batch) {
                check.next(stored.seal(), leaves);
                late.sealed(stored, writers).forEach(number -> check.found(Kind.LINE_ADDED, number));
                covered.addAll(stored.seal().lines().runs());
            }
            batch = seals.after(batch.get(batch.size() - 1).seal().number(), SEALS_AT_ONCE);
        }
        Map<Long, Long> unsealed = writersOf(gaps(covered));
        late.unsealed(unsealed, seals.viewNow().cluster()).forEach(number -> check.found(Kind.LINE_ADDED, number));
        return new HistoryVerification(
                sealed + unsealed.size(), check.seals(), unsealed.size(), check.lastHash(), check.findings());
    }

    /** Leaf hash of each line now under these seals; the transactions that wrote them go into {@code writers}. */
    private Map<Long, byte[]> leavesUnder(List<SealStore.Stored> batch, Map<Long, Long> writers) {
        Map<Long, byte[]> leaves = new HashMap<>();
        jdbc.sql("select " + HistoryLines.COLUMNS + """
                        , line.written_by::text as written_by
                         from history.seal
                        cross join lateral unnest(seal.lines) as run
                        join history.line on line.number >= lower(run) and line.number < upper(run)
                        where seal.number between :first and :last
                        """)
                .param("first", batch.get(0).seal().number())
                .param("last", batch.get(batch.size() - 1).seal().number())
                .query(row -> {
                    HistoryLine line = lines.line(row);
                    leaves.put(line.number(), Hashes.leaf(CanonicalJson.of(line)));
                    writers.put(line.number(), Long.parseUnsignedLong(row.getString("written_by")));
                });
        return leaves;
    }

    private Map<Long, Long> writersOf(Numbers numbers) {
        Map<Long, Long> writers = new HashMap<>();
        jdbc.sql("""
                        select line.number, line.written_by::text as written_by
                        from unnest(cast(:numbers as int8multirange)) as run
                        join history.line on line.number >= lower(run) and line.number < upper(run)
                        """).param("numbers", numbers.toString()).query(row -> {
            writers.put(row.getLong("number"), Long.parseUnsignedLong(row.getString("written_by")));
        });
        return writers;
    }

    /** All numbers that stand under no seal. */
    private static Numbers gaps(List<Run> covered) {
        List<Run> gaps = new ArrayList<>();
        long next = 0;
        for (Run run :
                covered.stream().sorted(Comparator.comparingLong(Run::from)).toList()) {
            if (run.from() > next) {
                gaps.add(new Run(next, run.from()));
            }
            next = Math.max(next, run.to());
        }
        gaps.add(new Run(next, Long.MAX_VALUE));
        return new Numbers(gaps);
    }
}
