package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.ALREADY_MEMBER;
import static org.luoshi.branch.core.BranchError.CHANGED_MEANWHILE;
import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.DAY_BEFORE;
import static org.luoshi.branch.core.BranchError.FIELD_MISSING;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.NOT_YOURS;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every way a branch's organisation changes: founding, members, elections, posts. Each change is on record and works the duties out anew. */
@Service
@Transactional
public class BranchService {

    private static final String TERM_RULE = "P-08";

    private final BranchStore store;
    private final RollReader rolls;
    private final BranchRights rights;
    private final RuleBooks books;
    private final DutyService duties;
    private final HistoryApi history;

    BranchService(
            BranchStore store,
            RollReader rolls,
            BranchRights rights,
            RuleBooks books,
            DutyService duties,
            HistoryApi history) {
        this.store = store;
        this.rolls = rolls;
        this.rights = rights;
        this.books = books;
        this.duties = duties;
        this.history = history;
    }

    /** Sets a branch up; only by those who look after all branches. */
    public UUID found(NewBranch wanted, Actor actor) {
        if (!BranchRights.looksAfterAll(actor)) {
            throw NOT_YOURS.plain();
        }
        requireText("name", wanted.name());
        requirePast(wanted.foundedOn());
        Branch branch = new Branch(
                store.nextId(),
                1,
                wanted.name().strip(),
                wanted.unitId(),
                wanted.kind(),
                wanted.themeDay().strip(),
                wanted.approvedException(),
                wanted.foundedOn(),
                wanted.endsBy(),
                null);
        store.insert(branch, wanted.coveredUnits());
        record(branch.id(), branch.id(), "founded", Map.of("name", branch.name(), "on", branch.foundedOn()), actor);
        duties.refresh(branch.id());
        return branch.id();
    }

    /** Name, form, fixed day and approvals; the version is the one seen. */
    public void change(
            UUID branchId,
            int version,
            String name,
            BranchKind kind,
            String themeDay,
            @Nullable String approvedException,
            @Nullable LocalDate endsBy,
            Actor actor) {
        Branch before = rights.requireKeeper(branchId, actor).branch();
        requireText("name", name);
        Branch changed = new Branch(
                branchId,
                version,
                name.strip(),
                before.unitId(),
                kind,
                themeDay.strip(),
                approvedException,
                before.foundedOn(),
                endsBy,
                before.endedOn());
        if (!store.update(changed)) {
            throw CHANGED_MEANWHILE.plain();
        }
        record(branchId, branchId, "changed", Map.of("name", changed.name()), actor);
        duties.refresh(branchId);
    }

    /**
     * Puts somebody on the roll. Refused for somebody whose relationship is with a branch already: they are transferred (M-02).
     */
    public void admit(UUID branchId, NewMember member, Actor actor) {
        rights.requireKeeper(branchId, actor);
        requirePast(member.from());
        if (rolls.branchOf(member.personId()).isPresent()) {
            throw ALREADY_MEMBER.plain();
        }
        LocalDate full = member.fullSince();
        if (member.joinedOn().isAfter(member.from()) || full != null && full.isBefore(member.joinedOn())) {
            throw DAY_BEFORE.plain();
        }
        store.openMembership(branchId, member.personId(), member.from(), member.cameFrom());
        store.openStanding(
                member.personId(),
                full == null || full.isAfter(member.joinedOn()) ? Standing.PROBATIONARY : Standing.FULL,
                member.joinedOn(),
                null);
        if (full != null && full.isAfter(member.joinedOn())) {
            store.openStanding(member.personId(), Standing.FULL, full, null);
        }
        member.traits().forEach(trait -> store.openTrait(member.personId(), trait, member.from()));
        record(
                branchId,
                member.personId(),
                "admitted",
                Map.of("person", member.personId(), "from", member.from()),
                actor);
        duties.refresh(branchId);
    }

    /** From that day on somebody stands differently in the party, with the reason or the reference of the decision. */
    public void changeStanding(
            UUID branchId, UUID personId, Standing standing, LocalDate from, String reason, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        requirePast(from);
        requireText("reason", reason);
        requireMember(roll, personId);
        store.openStanding(personId, standing, from, reason.strip());
        record(
                branchId,
                personId,
                "standing",
                Map.of("person", personId, "standing", standing, "from", from, "words", reason.strip()),
                actor);
        duties.refresh(branchId);
    }

    /** Notes or takes back what a rule may ask about a person. */
    public void mark(UUID branchId, UUID personId, Trait trait, boolean holds, LocalDate from, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        requireMember(roll, personId);
        if (roll.has(personId, trait, from) == holds) {
            return;
        }
        if (holds) {
            store.openTrait(personId, trait, from);
        } else {
            store.closeTrait(personId, trait, from.minusDays(1));
        }
        record(
                branchId,
                personId,
                holds ? "marked" : "unmarked",
                Map.of("person", personId, "trait", trait, "from", from),
                actor);
        duties.refresh(branchId);
    }

    /**
     * An election: all posts of the term before end the day before, and the term runs as long as the rule says (P-08).
     *
     * @param committee false where a secretary alone was elected (P-06)
     * @param approval reference of the superior's approval (P-09, P-11)
     */
    public void elect(
            UUID branchId,
            LocalDate on,
            boolean committee,
            Map<BranchPost, UUID> elected,
            List<UUID> others,
            @Nullable String approval,
            Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        requirePast(on);
        if (roll.termOn(LocalDate.MAX)
                .filter(last -> !on.isAfter(last.electedOn()))
                .isPresent()) {
            throw DAY_BEFORE.plain();
        }
        elected.values().forEach(person -> requireMemberOn(roll, person, on));
        others.forEach(person -> requireMemberOn(roll, person, on));
        store.insert(new Term(store.nextId(), branchId, on, on.plus(term()), committee, approval));
        store.closePosts(branchId, null, null, on.minusDays(1));
        elected.forEach((post, person) -> store.openPost(branchId, post, person, on));
        others.forEach(person -> store.openPost(branchId, BranchPost.COMMITTEE_MEMBER, person, on));
        record(branchId, branchId, committee ? "elected" : "secretary-elected", Map.of("on", on), actor);
        duties.refresh(branchId);
    }

    private Period term() {
        return books.current()
                .find(TERM_RULE)
                .map(rule -> ((Demand.Timer) rule.demand()).atMost())
                .orElseThrow();
    }

    /** Somebody takes over a post within the term; null leaves it vacant. */
    public void fill(UUID branchId, BranchPost post, @Nullable UUID personId, LocalDate from, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        requirePast(from);
        if (roll.termOn(from).isEmpty()) {
            throw BranchError.NO_COMMITTEE_YET.plain();
        }
        store.closePosts(branchId, post, null, from.minusDays(1));
        if (personId != null) {
            requireMemberOn(roll, personId, from);
            store.openPost(branchId, post, personId, from);
        }
        record(branchId, branchId, personId == null ? "vacated" : "filled", Map.of("post", post, "from", from), actor);
        duties.refresh(branchId);
    }

    void requireMember(BranchRoll roll, UUID personId) {
        requireMemberOn(roll, personId, rights.today());
    }

    private static void requireMemberOn(BranchRoll roll, UUID personId, LocalDate day) {
        if (!roll.holds(personId, day)) {
            throw NOT_A_MEMBER.plain();
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(rights.today())) {
            throw DAY_AHEAD.with(Map.of("date", day));
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", field));
        }
    }

    private void record(UUID branchId, UUID subject, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(branchId, "branch.branch", subject, action, details, null), actor);
    }
}
