package org.luoshi.ledger.tables;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists that were taken out, edited and brought back: what they would change, and what is decided about it. Nothing is changed here. */
@Service
@Transactional
public class TableReturns {

    private final TableReader reader;
    private final TableLines lines;
    private final TablePlanner planner;
    private final TableReturnStore store;
    private final FilesApi files;
    private final Clock clock;

    TableReturns(
            TableReader reader,
            TableLines lines,
            TablePlanner planner,
            TableReturnStore store,
            FilesApi files,
            Clock clock) {
        this.reader = reader;
        this.lines = lines;
        this.planner = planner;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** A file that somebody has not finished bringing back. */
    public record Open(UUID id, String fileName, Instant createdAt) {}

    /** True for a file that this ledger wrote, however it was edited since, as long as its column of ids is there. */
    public boolean recognizes(byte[] content) {
        return reader.find(content).isPresent();
    }

    /** Takes such a file. Refused before anything is kept: marked content, more rows than can be read, more changes than can be looked at. */
    public UUID upload(String fileName, byte[] content, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        files.requireUnmarked(fileName);
        TableReader.Place place = reader.find(content).orElseThrow(TableError.NOT_OURS::plain);
        TableSieve sieve = new TableSieve(lines, files, place.language(), actor);
        reader.each(content, place, sieve);
        UUID id = TimeOrderedIds.next(clock);
        store.insert(id, actor, fileName, sha256(content), sieve.content(place.ignored()));
        return id;
    }

    @Transactional(readOnly = true)
    public TableReturnPlan plan(UUID id, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        return planner.plan(store.require(id, actor), actor);
    }

    /** What was decided about rows; those that are not named keep what was decided before. An empty choice takes it back. */
    public void decide(UUID id, int version, Map<Integer, String> choices, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        TableReturnStore.Upload upload = store.require(id, actor);
        TableReturnPlan plan = planner.plan(upload, actor);
        Map<Integer, TableDecision> decisions = new HashMap<>(upload.decisions());
        for (TableReturnRow row : plan.rows()) {
            String choice = choices.get(row.row());
            if (choice == null) {
                continue;
            }
            switch (choice) {
                case "LEAVE" -> decisions.put(row.row(), decision(TableDecision.Choice.LEAVE, row));
                case "TAKE" -> decisions.put(row.row(), decision(TableDecision.Choice.TAKE, row));
                default -> decisions.remove(row.row());
            }
        }
        store.decide(id, version, decisions);
    }

    /** Leaves out all rows that are refused or about which nothing was decided. */
    public void leaveUndecided(UUID id, int version, Actor actor) {
        Map<Integer, String> choices = new HashMap<>();
        plan(id, actor).rows().stream()
                .filter(TableReturnRow::isUndecided)
                .forEach(row -> choices.put(row.row(), "LEAVE"));
        decide(id, version, choices, actor);
    }

    private static TableDecision decision(TableDecision.Choice choice, TableReturnRow row) {
        return new TableDecision(choice, row.version());
    }

    public List<Open> openOf(Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        return store.openOf(actor);
    }

    public void discard(UUID id, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        store.remove(store.require(id, actor).id());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
