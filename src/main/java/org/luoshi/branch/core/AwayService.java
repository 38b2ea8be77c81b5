package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.PeopleError.AWAY_ALREADY;
import static org.luoshi.branch.core.PeopleError.INCOMPLETE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes who is at a fixed place elsewhere, so that a transfer is proposed in time (M-01). */
@Service
@Transactional
public class AwayService {

    private final TransferStore store;
    private final BranchStore branches;
    private final BranchRights rights;
    private final Names names;
    private final HistoryApi history;

    AwayService(TransferStore store, BranchStore branches, BranchRights rights, Names names, HistoryApi history) {
        this.store = store;
        this.branches = branches;
        this.rights = rights;
        this.names = names;
        this.history = history;
    }

    /** From that day on somebody is elsewhere. */
    public void goAway(UUID branchId, UUID personId, String place, LocalDate from, Actor actor) {
        requireOnRoll(rights.requireKeeper(branchId, actor), personId);
        if (from.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", from));
        }
        if (place.isBlank()) {
            throw INCOMPLETE.with(Map.of("field", "place"));
        }
        if (!store.goAway(branches.nextId(), branchId, personId, place.strip(), from)) {
            throw AWAY_ALREADY.plain();
        }
        record(branchId, personId, "gone", Map.of("name", nameOf(personId), "from", from), actor);
    }

    /** Somebody is back. */
    public void comeBack(UUID branchId, UUID personId, Actor actor) {
        requireOnRoll(rights.requireKeeper(branchId, actor), personId);
        store.comeBack(personId, rights.today());
        record(branchId, personId, "back", Map.of("name", nameOf(personId)), actor);
    }

    private void requireOnRoll(BranchRoll roll, UUID personId) {
        if (!roll.holds(personId, rights.today())) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private String nameOf(UUID personId) {
        return names.of(List.of(personId)).of(personId);
    }

    private void record(UUID branchId, UUID personId, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(branchId, "branch.away", personId, action, details, null), actor);
    }
}
