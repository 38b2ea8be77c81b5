package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.NOT_YOURS;
import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed does not stay on paper: with an owner it lies on a desk until it is done, or it is followed up in the ledger. */
@Service
@Transactional
public class DecisionService {

    private final DecisionStore store;
    private final ActivityStore activities;
    private final BranchRights rights;
    private final ObligationsApi obligations;
    private final WorktimeApi worktime;
    private final LedgerApi ledger;
    private final HistoryApi history;
    private final Clock clock;
    private final ZoneId zone;

    DecisionService(
            DecisionStore store,
            ActivityStore activities,
            BranchRights rights,
            ObligationsApi obligations,
            WorktimeApi worktime,
            LedgerApi ledger,
            HistoryApi history,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.activities = activities;
        this.rights = rights;
        this.obligations = obligations;
        this.worktime = worktime;
        this.ledger = ledger;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    /** Keeps what was agreed; each with an owner lies on the owner's desk. */
    void add(Activity activity, List<RecordActivity.NewDecision> agreed, Actor actor) {
        BranchRoll roll = rights.visible(activity.branchId(), actor);
        int number = store.of(activity.id()).size();
        for (RecordActivity.NewDecision one : agreed) {
            if (one.text().isBlank()) {
                continue;
            }
            number++;
            Decision decision = new Decision(
                    TimeOrderedIds.next(clock),
                    activity.id(),
                    number,
                    one.text().strip(),
                    one.ownerId(),
                    one.due(),
                    null,
                    null,
                    null);
            store.insert(decision);
            if (one.ownerId() != null) {
                owe(decision, roll.branch(), one.ownerId());
            }
        }
    }

    private void owe(Decision decision, Branch branch, UUID ownerId) {
        LocalDate day = decision.due();
        Instant due = day == null ? null : worktime.endOf(day, clock.instant()).due();
        obligations.owe(new NewObligation(
                decision.id(),
                "branch.activity",
                decision.activityId(),
                branch.unitId(),
                null,
                ownerId,
                "branch-decision",
                decision.text(),
                "/branch-activities/" + decision.activityId(),
                due));
    }

    /** Says that it has been done, by its owner or the keeper of the branch. */
    public void done(UUID decisionId, String note, Actor actor) {
        Decision decision = require(decisionId);
        Activity activity = activities.find(decision.activityId()).orElseThrow();
        BranchRoll roll = rights.visible(activity.branchId(), actor);
        boolean isOwner = actor.personId().equals(decision.ownerId());
        if (!isOwner && !rights.mayRecord(roll, activity.groupId(), actor)) {
            throw NOT_YOURS.plain();
        }
        if (decision.doneOn() != null) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        store.done(decisionId, LocalDate.now(clock.withZone(zone)), note.strip());
        obligations.meet(List.of(decisionId), "branch.decision", decisionId, clock.instant(), actor);
        record(activity, decisionId, "decision-done", Map.of("text", decision.text()), note, actor);
    }

    /** Ties it to an item of the ledger, by number or title; from then on it is followed up there and leaves the desk. */
    public void followUp(UUID decisionId, String reference, Actor actor) {
        Decision decision = require(decisionId);
        Activity activity = activities.find(decision.activityId()).orElseThrow();
        rights.requireRecorder(activity.branchId(), activity.groupId(), actor);
        UUID item = item(reference, actor);
        store.followUp(decisionId, item);
        obligations.release(decisionId, "→ /ledger/items/" + item);
        record(activity, decisionId, "decision-followed", Map.of("text", decision.text()), reference, actor);
    }

    /** Ties a point of the agenda to the ledger item in which it is carried out (E-08). */
    public void followUpAgenda(UUID activityId, UUID agendaItemId, String reference, Actor actor) {
        Activity activity = activities.find(activityId).orElseThrow(() -> UNKNOWN.with(Map.of("id", activityId)));
        rights.requireRecorder(activity.branchId(), activity.groupId(), actor);
        activities.followUp(agendaItemId, item(reference, actor));
        record(activity, agendaItemId, "agenda-followed", Map.of("title", activity.title()), reference, actor);
    }

    private UUID item(String reference, Actor actor) {
        Optional<UUID> found = ledger.findItem(reference.strip(), actor);
        return found.orElseThrow(() -> BranchError.UNKNOWN_ITEM.with(Map.of("reference", reference.strip())));
    }

    private Decision require(UUID id) {
        return store.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
    }

    private void record(
            Activity activity,
            UUID subject,
            String action,
            Map<String, Object> details,
            @Nullable String reason,
            Actor actor) {
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        history.record(new HistoryFact(activity.branchId(), "branch.activity", subject, action, details, words), actor);
    }
}
