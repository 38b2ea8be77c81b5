package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.NOT_YOURS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.rules.LocalPackCheck;
import org.luoshi.branch.rules.PackProblem;
import org.luoshi.branch.rules.PackReading;
import org.luoshi.branch.rules.RulePackReader;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rule packs that an office adds: read, checked against the national text, kept as written, and withdrawn again. */
@Service
@Transactional
public class LocalPacks {

    private final RuleBooks books;
    private final RollReader rolls;
    private final DutyService duties;
    private final FilesApi files;
    private final JobsApi jobs;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    LocalPacks(
            RuleBooks books,
            RollReader rolls,
            DutyService duties,
            FilesApi files,
            JobsApi jobs,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock) {
        this.books = books;
        this.rolls = rolls;
        this.duties = duties;
        this.files = files;
        this.jobs = jobs;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A pack that the office added, as it wrote it. */
    public record Kept(String id, String yaml) {}

    public List<Kept> all() {
        return jdbc.sql("select id, yaml from branch.local_pack where withdrawn_at is null order by id")
                .query(Kept.class)
                .list();
    }

    /** A small pack to start from. */
    public String example() {
        try {
            return new ClassPathResource("rules/example/own-pack.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a pack; empty where nothing is. Writes nothing. */
    @Transactional(readOnly = true)
    public List<PackProblem> check(String yaml) {
        return problems(RulePackReader.read(yaml));
    }

    private List<PackProblem> problems(PackReading reading) {
        List<PackProblem> problems = new ArrayList<>(reading.problems());
        if (reading.pack() != null) {
            problems.addAll(LocalPackCheck.check(books.national(), reading.pack()));
        }
        return problems;
    }

    /** Adds a pack, or takes its new text. With any problem nothing is kept. */
    public List<PackProblem> add(String yaml, Actor actor) {
        requireKeeper(actor);
        files.requireUnmarked(yaml);
        PackReading reading = RulePackReader.read(yaml);
        List<PackProblem> problems = problems(reading);
        if (!problems.isEmpty() || reading.pack() == null) {
            return problems;
        }
        String id = reading.pack().id();
        jdbc.sql("""
                insert into branch.local_pack (id, yaml, added_at, added_by) values (:id, :yaml, :now, :by)
                on conflict (id) do update set yaml = excluded.yaml, change = nextval('branch.pack_change'),
                    added_at = excluded.added_at, added_by = excluded.added_by, withdrawn_at = null
                """)
                .param("id", id)
                .param("yaml", yaml)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.personId())
                .update();
        record("pack-added", id, actor);
        workOutAll(id, actor);
        return List.of();
    }

    /** Its rules ask nothing any more; what they asked before goes. */
    public void withdraw(String id, Actor actor) {
        requireKeeper(actor);
        int changed = jdbc.sql("""
                        update branch.local_pack set withdrawn_at = :now, change = nextval('branch.pack_change')
                        where id = :id and withdrawn_at is null
                        """)
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .update();
        if (changed == 0) {
            throw BranchError.UNKNOWN.with(Map.of("id", id));
        }
        record("pack-withdrawn", id, actor);
        workOutAll(id, actor);
    }

    /** Long work where there are many branches: in the background, after this transaction. */
    private void workOutAll(String pack, Actor actor) {
        jobs.start("branch-rules", Map.of("pack", pack), actor, progress -> {
            List<UUID> all = rolls.open();
            for (int i = 0; i < all.size(); i++) {
                progress.checkCancelled();
                duties.refresh(all.get(i));
                progress.at(i + 1L, all.size());
            }
            return new JobOutcome("branch.rules.worked-out", Map.of("pack", pack), "/branch-rules", null);
        });
    }

    private void record(String action, String pack, Actor actor) {
        UUID scope = UUID.nameUUIDFromBytes(("branch.pack/" + pack).getBytes(StandardCharsets.UTF_8));
        history.record(new HistoryFact(scope, "branch.rules", scope, action, Map.of("pack", pack), null), actor);
    }

    private static void requireKeeper(Actor actor) {
        if (!BranchRights.looksAfterAll(actor)) {
            throw NOT_YOURS.plain();
        }
    }
}
