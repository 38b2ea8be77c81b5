package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.CHANGED_MEANWHILE;
import static org.luoshi.branch.core.BranchError.END_BEFORE_START;
import static org.luoshi.branch.core.BranchError.FIELD_MISSING;
import static org.luoshi.branch.core.BranchError.NOBODY_THERE;
import static org.luoshi.branch.core.BranchError.NOT_HELD_YET;
import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Activities from plan to record. Recording once is all that is asked: which duties it met is worked out. */
@Service
@Transactional
public class ActivityService {

    private final ActivityStore store;
    private final DecisionService decisions;
    private final BranchRights rights;
    private final Kinds kinds;
    private final DutyService duties;
    private final FilesApi files;
    private final NoticesApi notices;
    private final HistoryApi history;
    private final Clock clock;
    private final ZoneId zone;

    ActivityService(
            ActivityStore store,
            DecisionService decisions,
            BranchRights rights,
            Kinds kinds,
            DutyService duties,
            FilesApi files,
            NoticesApi notices,
            HistoryApi history,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.decisions = decisions;
        this.rights = rights;
        this.kinds = kinds;
        this.duties = duties;
        this.files = files;
        this.notices = notices;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    /** Plans an activity; the people it is for are proposed by its kinds where none are named. */
    public UUID plan(PlanActivity plan, Actor actor) {
        BranchRoll roll = rights.requireRecorder(plan.branchId(), plan.groupId(), actor);
        check(plan, roll);
        Activity activity = planned(plan, TimeOrderedIds.next(clock), 1, null, actor);
        store.insert(activity);
        invitees(activity, plan, roll);
        store.agenda(activity.id(), agenda(plan));
        record(activity, "planned", Map.of("title", activity.title(), "at", activity.startsAt()), null, actor);
        return activity.id();
    }

    /** Changes a plan; who was invited is told again where time or place changed. */
    public void change(UUID id, int version, PlanActivity plan, Actor actor) {
        Activity before = require(id);
        BranchRoll roll = rights.requireRecorder(before.branchId(), before.groupId(), actor);
        rights.requireRecorder(before.branchId(), plan.groupId(), actor);
        check(plan, roll);
        Activity changed = planned(plan, id, version, before, actor);
        if (!store.replan(changed)) {
            throw (before.isOpen() ? CHANGED_MEANWHILE : NOT_POSSIBLE_NOW).plain();
        }
        invitees(changed, plan, roll);
        store.agenda(id, agenda(plan));
        record(changed, "changed", Map.of("title", changed.title(), "at", changed.startsAt()), null, actor);
        boolean moved =
                !before.startsAt().equals(changed.startsAt()) || !before.place().equals(changed.place());
        if (moved && before.state() == ActivityState.INVITED) {
            tell(changed, "branch.notice.moved");
        }
    }

    /** Tells those it is for. */
    public void invite(UUID id, Actor actor) {
        Activity activity = require(id);
        rights.requireRecorder(activity.branchId(), activity.groupId(), actor);
        if (!store.invite(id, clock.instant())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(activity, "invited", Map.of("title", activity.title(), "at", activity.startsAt()), null, actor);
        tell(activity, "branch.notice.invited");
    }

    /** Calls it off with a reason; who was invited is told. */
    public void cancel(UUID id, String reason, Actor actor) {
        Activity activity = require(id);
        rights.requireRecorder(activity.branchId(), activity.groupId(), actor);
        requireText("reason", reason);
        if (!store.cancel(id, reason.strip(), clock.instant())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        record(activity, "cancelled", Map.of("title", activity.title()), reason.strip(), actor);
        if (activity.state() == ActivityState.INVITED) {
            tell(activity, "branch.notice.cancelled");
        }
    }

    /**
     * Writes down what happened, once. A record can be corrected later; the history says so.
     *
     * @throws org.luoshi.shared.BusinessException {@code branch.not-held-yet} before it began, {@code branch.nobody-there},
     *     {@code branch.field-missing} where the place or what was decided is not said
     */
    public void record(UUID id, int version, RecordActivity happened, Actor actor) {
        Activity before = require(id);
        BranchRoll roll = rights.requireRecorder(before.branchId(), before.groupId(), actor);
        Instant now = clock.instant();
        if (before.startsAt().isAfter(now)) {
            throw NOT_HELD_YET.plain();
        }
        requireText("place", before.place());
        requireText("decided", happened.decided());
        if (happened.present().isEmpty()) {
            throw NOBODY_THERE.plain();
        }
        LocalDate day = day(before.startsAt());
        LocalDate countsOn =
                happened.makesGoodFor() == null || happened.makesGoodFor().isAfter(day) ? day : happened.makesGoodFor();
        files.requireUnmarked(happened.content() + "\n" + happened.decided());
        if (!store.record(
                id, version, happened.content().strip(), happened.decided().strip(), countsOn, now, actor.personId())) {
            throw (before.state() == ActivityState.CANCELLED ? NOT_POSSIBLE_NOW : CHANGED_MEANWHILE).plain();
        }
        store.participants(id, presences(id, roll, happened, day));
        store.attach(id, happened.files());
        decisions.add(before, happened.decisions(), actor);
        record(
                before,
                before.state() == ActivityState.RECORDED ? "corrected" : "recorded",
                Map.of("title", before.title(), "present", happened.present().size(), "decided", happened.decided()),
                null,
                actor);
        duties.refresh(before.branchId(), countsOn.getYear());
        if (before.countsOn().getYear() != countsOn.getYear()) {
            duties.refresh(before.branchId(), before.countsOn().getYear());
        }
    }

    /** Everybody who was asked or came. Who is in care and did not come is shown as in care, never as absent (P-37). */
    private List<Participant> presences(UUID id, BranchRoll roll, RecordActivity happened, LocalDate day) {
        List<Participant> asked = store.participants(id);
        Set<UUID> lecturers = asked.stream()
                .filter(Participant::lecturer)
                .map(Participant::personId)
                .collect(Collectors.toSet());
        Set<UUID> people = new LinkedHashSet<>();
        asked.forEach(one -> people.add(one.personId()));
        people.addAll(happened.present());
        return people.stream()
                .map(person -> {
                    String reason = happened.reasons().getOrDefault(person, "").strip();
                    Presence presence = happened.present().contains(person)
                            ? Presence.PRESENT
                            : roll.has(person, Trait.CARE, day)
                                    ? Presence.CARE
                                    : reason.isEmpty() ? Presence.ABSENT : Presence.LEAVE;
                    return new Participant(
                            person, presence, lecturers.contains(person), reason.isEmpty() ? null : reason);
                })
                .toList();
    }

    private Activity planned(PlanActivity plan, UUID id, int version, @Nullable Activity before, Actor actor) {
        Instant now = clock.instant();
        String theme = plan.theme().strip();
        Instant themeSince = before != null && before.theme().equals(theme) ? before.themeSince() : now;
        String title = plan.title().isBlank() ? theme : plan.title().strip();
        BigDecimal hours = plan.classHours() == null
                ? Kinds.classHours(plan.kinds(), plan.startsAt(), plan.endsAt())
                : plan.classHours();
        return new Activity(
                id,
                version,
                plan.branchId(),
                plan.groupId(),
                List.copyOf(new LinkedHashSet<>(plan.kinds())),
                title.isEmpty() ? kinds.names(Texts.SIMPLIFIED, plan.kinds()) : title,
                ActivityState.PLANNED,
                plan.startsAt(),
                plan.endsAt(),
                plan.place().strip(),
                theme,
                theme.isEmpty() ? null : themeSince,
                plan.chairId(),
                plan.delegation(),
                null,
                hours,
                "",
                null,
                day(plan.startsAt()),
                now,
                actor.personId(),
                null,
                null,
                null,
                0,
                now);
    }

    private void check(PlanActivity plan, BranchRoll roll) {
        if (plan.kinds().isEmpty()) {
            throw FIELD_MISSING.with(Map.of("field", "kinds"));
        }
        plan.kinds().stream().filter(kind -> !kinds.isKnown(kind)).findFirst().ifPresent(kind -> {
            throw UNKNOWN.with(Map.of("id", kind));
        });
        if (plan.endsAt() != null && !plan.endsAt().isAfter(plan.startsAt())) {
            throw END_BEFORE_START.plain();
        }
        LocalDate day = day(plan.startsAt());
        if (plan.groupId() != null
                && roll.groupsOn(day).stream().noneMatch(group -> group.id().equals(plan.groupId()))) {
            throw UNKNOWN.with(Map.of("id", plan.groupId()));
        }
        if (plan.kinds().contains(ActivityKind.COMMITTEE_MEETING.name()) && !roll.hasCommitteeOn(day)) {
            throw BranchError.NO_COMMITTEE_YET.plain();
        }
    }

    private void invitees(Activity activity, PlanActivity plan, BranchRoll roll) {
        Collection<UUID> people = plan.people().isEmpty()
                ? WhoIsFor.of(roll, plan.kinds(), plan.groupId(), day(activity.startsAt()))
                : plan.people();
        Set<UUID> all = new LinkedHashSet<>(people);
        all.addAll(plan.lecturers());
        store.participants(
                activity.id(),
                all.stream()
                        .map(person -> new Participant(
                                person, Presence.INVITED, plan.lecturers().contains(person), null))
                        .toList());
    }

    private List<AgendaItem> agenda(PlanActivity plan) {
        List<AgendaItem> items = new ArrayList<>();
        for (String title : plan.agenda()) {
            if (!title.isBlank()) {
                boolean first = plan.firstItem() && items.isEmpty();
                items.add(new AgendaItem(TimeOrderedIds.next(clock), items.size() + 1, title.strip(), first, null));
            }
        }
        return items;
    }

    private void tell(Activity activity, String textKey) {
        List<UUID> people = store.participants(activity.id()).stream()
                .map(Participant::personId)
                .toList();
        notices.tell(new NewNotice(
                people,
                textKey,
                Map.of(
                        "title", activity.title(),
                        "startAt", activity.startsAt().toString(),
                        "place", activity.place()),
                "/branch-activities/" + activity.id(),
                activity.id(),
                "branch-invitation"));
    }

    private Activity require(UUID id) {
        return store.find(id).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", field));
        }
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private void record(
            Activity activity, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(
                new HistoryFact(activity.branchId(), "branch.activity", activity.id(), action, details, reason), actor);
    }
}
