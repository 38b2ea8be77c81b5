package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.FIELD_MISSING;
import static org.luoshi.branch.core.BranchError.MUST_CANNOT_BE_EXCUSED;
import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.StudyHours;
import org.luoshi.branch.core.DutyStore.Kept;
import org.luoshi.branch.core.DutyStore.OnDesk;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.branch.rules.Strength;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works duties out anew whenever facts change, tells the desk, and lets the secretary excuse what a rule asks only "generally". */
@Service
@Transactional
public class DutyService {

    private static final int MONTHS_OF_LAST_YEAR = 6;

    private final RollReader rolls;
    private final ActivityFacts activities;
    private final RuleBooks books;
    private final DutyStore store;
    private final DeskOfDuties desk;
    private final BranchRights rights;
    private final ObjectProvider<StudyHours> hours;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DutyService(
            RollReader rolls,
            ActivityFacts activities,
            RuleBooks books,
            DutyStore store,
            DeskOfDuties desk,
            BranchRights rights,
            ObjectProvider<StudyHours> hours,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.rolls = rolls;
        this.activities = activities;
        this.books = books;
        this.store = store;
        this.desk = desk;
        this.rights = rights;
        this.hours = hours;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** This year's duties, and in its first half those of the last one, whose late answers still come in. */
    public void refresh(UUID branchId) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (today.getMonthValue() <= MONTHS_OF_LAST_YEAR) {
            refresh(branchId, today.getYear() - 1);
        }
        refresh(branchId, today.getYear());
    }

    /** Works a year out anew, writes what changed and tells the desk. The same facts change nothing. */
    public void refresh(UUID branchId, int year) {
        store.lock(branchId);
        BranchRoll roll = rolls.roll(branchId);
        RuleBook book = books.current();
        List<WantedDuty> wanted = workOut(roll, book, year);
        Map<UUID, Kept> kept = new HashMap<>(store.of(branchId, year));
        takeOver(wanted, kept);
        for (WantedDuty duty : wanted) {
            Kept before = kept.remove(duty.id());
            boolean moved = before != null && !before.duty().branchId().equals(branchId);
            if (before == null || moved || !before.asked() || DutyStore.differs(before.duty(), duty)) {
                store.save(branchId, year, duty);
            }
            desk.tell(
                    after(branchId, duty, before),
                    before == null || moved ? null : before.duty().ownerId(),
                    book.find(duty.ruleId()).orElseThrow(),
                    roll.branch());
        }
        kept.values().forEach(desk::forget);
        store.remove(kept.keySet());
    }

    /** Somebody who came from another branch brings their duties of the year along. */
    private void takeOver(List<WantedDuty> wanted, Map<UUID, Kept> kept) {
        List<UUID> strange = wanted.stream()
                .map(WantedDuty::id)
                .filter(id -> !kept.containsKey(id))
                .toList();
        store.find(strange).forEach(found -> kept.put(found.duty().id(), found));
    }

    private List<WantedDuty> workOut(BranchRoll roll, RuleBook book, int year) {
        Set<UUID> people = new HashSet<>();
        roll.memberships().forEach(membership -> people.add(membership.personId()));
        return new DutyPlan(
                        roll,
                        year,
                        LocalDate.now(clock.withZone(zone)),
                        activities.ofBranch(roll.branch().id(), year),
                        activities.ofPeople(people, year),
                        elsewhere(people, year))
                .under(book.all());
    }

    private Map<UUID, StudyHours.Hours> elsewhere(Set<UUID> people, int year) {
        StudyHours source = hours.getIfAvailable();
        return source == null ? Map.of() : source.of(people, year);
    }

    private static Kept after(UUID branchId, WantedDuty wanted, @Nullable Kept before) {
        Duty duty = new Duty(
                wanted.id(),
                branchId,
                wanted.ruleId(),
                wanted.subject(),
                wanted.subjectId(),
                wanted.ownerId(),
                wanted.span().key(),
                wanted.span().from(),
                wanted.span().to(),
                wanted.care(),
                wanted.metOn(),
                wanted.activities(),
                wanted.wanted(),
                wanted.done(),
                before == null ? null : before.duty().excuse());
        return new Kept(duty, before == null ? OnDesk.NO : before.onDesk(), true);
    }

    /**
     * Lets a duty go with a reason. Only what a rule asks "generally", and only by the branch's secretary or committee.
     *
     * @throws org.luoshi.shared.BusinessException {@code branch.must-cannot-be-excused} for a rule that says 应当
     */
    public void excuse(UUID dutyId, String reason, Actor actor) {
        Duty duty = store.find(dutyId).orElseThrow(() -> UNKNOWN.with(Map.of("id", dutyId)));
        rights.requireKeeper(duty.branchId(), actor);
        if (reason.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", "reason"));
        }
        Rule rule = books.current().find(duty.ruleId()).orElseThrow(() -> UNKNOWN.with(Map.of("id", dutyId)));
        if (rule.strength() == Strength.MUST) {
            throw MUST_CANNOT_BE_EXCUSED.with(Map.of("rule", rule.id()));
        }
        jdbc.sql("""
                insert into branch.excuse (duty_id, reason, excused_by, excused_at) values (:id, :reason, :by, :now)
                on conflict (duty_id) do update set reason = excluded.reason, excused_by = excluded.excused_by,
                    excused_at = excluded.excused_at
                """)
                .param("id", dutyId)
                .param("reason", reason.strip())
                .param("by", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
        history.record(
                new HistoryFact(
                        duty.branchId(),
                        "branch.duty",
                        dutyId,
                        "excused",
                        Map.of("rule", rule.id(), "period", duty.period()),
                        reason.strip()),
                actor);
        refresh(duty.branchId(), duty.fromDay().getYear());
    }
}
