package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.NOT_POSSIBLE_NOW;
import static org.luoshi.branch.core.BranchError.TOO_MANY_EXCELLENT;
import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.branch.rules.Rule;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outcome of the yearly appraisal: one grade for each full member, at most a third excellent unless a reason is given (P-29, P-30). */
@Service
@Transactional
public class AppraisalService {

    private static final String THIRD = "P-30";

    private final ActivityStore activities;
    private final BranchRights rights;
    private final RuleBooks books;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    AppraisalService(
            ActivityStore activities,
            BranchRights rights,
            RuleBooks books,
            HistoryApi history,
            JdbcClient jdbc,
            ZoneId zone) {
        this.activities = activities;
        this.rights = rights;
        this.books = books;
        this.history = history;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /**
     * The grades of an appraisal as the viewer may see them: the committee all, a member their own.
     *
     * @param graded who is to be graded: the full members of that day, in the official order
     * @param most how many may be excellent without a reason; null where no rule says so
     * @param keeper the viewer may grade
     */
    public record Appraisal(
            List<UUID> graded,
            Map<UUID, Grade> grades,
            @Nullable Integer most,
            String reason,
            @Nullable Rule rule,
            boolean keeper) {}

    /** Empty where the activity is no appraisal. */
    @Transactional(readOnly = true)
    public Optional<Appraisal> of(Activity activity, BranchRoll roll, Actor viewer) {
        if (!activity.kinds().contains(ActivityKind.APPRAISAL.name())) {
            return Optional.empty();
        }
        LocalDate day = activity.startsAt().atZone(zone).toLocalDate();
        boolean keeper = rights.isKeeper(roll, viewer);
        List<UUID> graded = graded(roll, day);
        Map<UUID, Grade> grades = grades(activity.id()).entrySet().stream()
                .filter(grade -> keeper || grade.getKey().equals(viewer.personId()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Rule rule = books.current()
                .find(THIRD)
                .filter(found -> found.appliesOn(day))
                .orElse(null);
        Integer most = rule == null ? null : third(rule).limit(graded.size());
        return Optional.of(new Appraisal(
                keeper
                        ? graded
                        : graded.stream().filter(viewer.personId()::equals).toList(),
                grades,
                most,
                keeper ? reason(activity.id()) : "",
                rule,
                keeper));
    }

    /** Full members; probationary members take part and get no grade. */
    private static List<UUID> graded(BranchRoll roll, LocalDate day) {
        return roll.inOrderOn(day).stream()
                .filter(person -> roll.standingOn(person, day).isFull())
                .toList();
    }

    private static Share third(Rule rule) {
        return ((Demand.Votes) rule.demand())
                .shares().stream()
                        .filter(share -> share.counted() == Counted.EXCELLENT)
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * Keeps the grades.
     *
     * @param reason asked for where more are excellent than the rule generally allows
     */
    public void grade(UUID activityId, Map<UUID, Grade> grades, String reason, Actor actor) {
        Activity activity = activities.find(activityId).orElseThrow(() -> UNKNOWN.with(Map.of("id", activityId)));
        BranchRoll roll = rights.requireKeeper(activity.branchId(), actor);
        if (activity.state() != ActivityState.RECORDED || !activity.kinds().contains(ActivityKind.APPRAISAL.name())) {
            throw NOT_POSSIBLE_NOW.plain();
        }
        LocalDate day = activity.startsAt().atZone(zone).toLocalDate();
        List<UUID> members = graded(roll, day);
        if (!members.containsAll(grades.keySet())) {
            throw NOT_A_MEMBER.plain();
        }
        int excellent =
                (int) grades.values().stream().filter(Grade.EXCELLENT::equals).count();
        Rule rule = books.current()
                .find(THIRD)
                .filter(found -> found.appliesOn(day))
                .orElse(null);
        if (rule != null && !third(rule).holds(excellent, members.size()) && reason.isBlank()) {
            throw TOO_MANY_EXCELLENT.with(
                    Map.of("count", excellent, "most", third(rule).limit(members.size())));
        }
        write(activityId, grades, reason.strip());
        history.record(
                new HistoryFact(
                        activity.branchId(),
                        "branch.activity",
                        activityId,
                        "graded",
                        Map.of("title", activity.title(), "count", grades.size(), "excellent", excellent),
                        reason.isBlank() ? null : reason.strip()),
                actor);
    }

    private void write(UUID activityId, Map<UUID, Grade> grades, String reason) {
        jdbc.sql("delete from branch.appraisal where activity_id = :id")
                .param("id", activityId)
                .update();
        jdbc.sql("delete from branch.appraisal_reason where activity_id = :id")
                .param("id", activityId)
                .update();
        grades.forEach((person, grade) -> jdbc.sql(
                        "insert into branch.appraisal (activity_id, person_id, grade) values (:id, :person, :grade)")
                .param("id", activityId)
                .param("person", person)
                .param("grade", grade.name())
                .update());
        if (!reason.isEmpty()) {
            jdbc.sql("insert into branch.appraisal_reason (activity_id, reason) values (:id, :reason)")
                    .param("id", activityId)
                    .param("reason", reason)
                    .update();
        }
    }

    private record Row(UUID personId, Grade grade) {}

    private Map<UUID, Grade> grades(UUID activityId) {
        return jdbc
                .sql("select person_id, grade from branch.appraisal where activity_id = :id")
                .param("id", activityId)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::personId, Row::grade));
    }

    private String reason(UUID activityId) {
        return jdbc.sql("select reason from branch.appraisal_reason where activity_id = :id")
                .param("id", activityId)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
