package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.CHANGED_MEANWHILE;
import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.DAY_BEFORE;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.UNKNOWN;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;
import static org.luoshi.branch.core.PeopleError.STEP_NOT_OPEN;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.CareStore.Purged;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Care for members in difficulty (P-37, X-11 to X-13): visits and help, written for the few who need it and deleted when its time is over. The history
 * knows that a case was opened, seen, closed and deleted, and neither of whom nor what it says.
 */
@Service
@Transactional
public class CareService {

    private final CareStore store;
    private final CareRights careRights;
    private final BranchStore branches;
    private final BranchRights rights;
    private final FilesApi files;
    private final HistoryApi history;

    CareService(
            CareStore store,
            CareRights careRights,
            BranchStore branches,
            BranchRights rights,
            FilesApi files,
            HistoryApi history) {
        this.store = store;
        this.careRights = careRights;
        this.branches = branches;
        this.rights = rights;
        this.files = files;
        this.history = history;
    }

    /** @param readers members of the branch who help, and see this case */
    public UUID open(UUID branchId, UUID personId, Collection<UUID> readers, Actor actor) {
        BranchRoll roll = careRights.requireKeeper(branchId, actor);
        requireOnRoll(roll, personId);
        readers.forEach(reader -> requireOnRoll(roll, reader));
        CareCase opened = new CareCase(branches.nextId(), 1, branchId, personId, rights.today(), null, null, null);
        store.insert(opened);
        readers.forEach(reader -> store.name(opened.id(), reader));
        record(branchId, opened.id(), "opened", actor);
        return opened.id();
    }

    /** By anybody who sees the case. */
    public void note(UUID branchId, UUID caseId, CareKind kind, LocalDate on, String words, Actor actor) {
        CareCase open = visible(branchId, caseId, actor);
        if (open.closedOn() != null) {
            throw STEP_NOT_OPEN.plain();
        }
        if (on.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", on));
        }
        if (words.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "words"));
        }
        files.requireUnmarked(words);
        store.add(new CareEntry(caseId, kind, on, words.strip(), actor.personId()), actor);
        record(branchId, caseId, "noted", actor);
    }

    /** Somebody else who helps sees the case from now on. */
    public void name(UUID branchId, UUID caseId, UUID reader, Actor actor) {
        BranchRoll roll = careRights.requireKeeper(branchId, actor);
        visible(branchId, caseId, actor);
        requireOnRoll(roll, reader);
        store.name(caseId, reader);
        record(branchId, caseId, "named", actor);
    }

    /** No more care is needed; from then on the time runs after which it is deleted. */
    public void close(UUID branchId, UUID caseId, int version, LocalDate on, Actor actor) {
        careRights.requireKeeper(branchId, actor);
        CareCase open = visible(branchId, caseId, actor);
        if (open.closedOn() != null) {
            throw STEP_NOT_OPEN.plain();
        }
        if (on.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", on));
        }
        if (on.isBefore(open.openedOn())) {
            throw DAY_BEFORE.plain();
        }
        update(new CareCase(
                caseId,
                version,
                branchId,
                open.personId(),
                open.openedOn(),
                on,
                on.plus(PeopleLimits.KEEP_CARE),
                open.held()));
        record(branchId, caseId, "closed", actor);
    }

    /**
     * A legal hold: as long as it stands, nothing is deleted.
     *
     * @param reason empty: the hold ends
     */
    public void hold(UUID branchId, UUID caseId, int version, String reason, Actor actor) {
        careRights.requireKeeper(branchId, actor);
        CareCase known = visible(branchId, caseId, actor);
        String held = reason.isBlank() ? null : reason.strip();
        update(new CareCase(
                caseId,
                version,
                branchId,
                known.personId(),
                known.openedOn(),
                known.closedOn(),
                known.keepUntil(),
                held));
        record(branchId, caseId, held == null ? "let-go" : "held", actor);
    }

    /** Deletes what has had its time; how many. Safe to repeat. */
    public int purge() {
        List<Purged> purged = store.purge(rights.today());
        purged.forEach(gone -> record(gone.branchId(), gone.id(), "purged", Actor.system()));
        return purged.size();
    }

    private void update(CareCase changed) {
        if (!store.update(changed)) {
            throw CHANGED_MEANWHILE.plain();
        }
    }

    private CareCase visible(UUID branchId, UUID caseId, Actor actor) {
        boolean keeper = careRights.isKeeper(careRights.roll(branchId), actor);
        return store.find(caseId, branchId, keeper, actor.personId())
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", caseId)));
    }

    private void requireOnRoll(BranchRoll roll, UUID personId) {
        if (!roll.holds(personId, rights.today())) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private void record(UUID branchId, UUID caseId, String action, Actor actor) {
        history.record(new HistoryFact(branchId, "branch.care", caseId, action, Map.of(), null), actor);
    }
}
