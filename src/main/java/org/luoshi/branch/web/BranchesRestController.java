package org.luoshi.branch.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.Activity;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchError;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.Duty;
import org.luoshi.branch.core.DutyQueries;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.HealthQueries;
import org.luoshi.branch.core.OverviewQueries;
import org.luoshi.branch.core.PlanActivity;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.branch.core.RollReader;
import org.luoshi.branch.core.RuleBooks;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Branch life for programs: the same rows as on the pages, and the same steps. */
@RestController
@RequestMapping("/api/v1/branches")
class BranchesRestController {

    private final OverviewQueries overview;
    private final HealthQueries health;
    private final ActivityQueries activities;
    private final ActivityService service;
    private final DutyService duties;
    private final DutyQueries dutyQueries;
    private final BranchRights rights;
    private final RollReader rolls;
    private final RuleBooks books;

    BranchesRestController(
            OverviewQueries overview,
            HealthQueries health,
            ActivityQueries activities,
            ActivityService service,
            DutyService duties,
            DutyQueries dutyQueries,
            BranchRights rights,
            RollReader rolls,
            RuleBooks books) {
        this.overview = overview;
        this.health = health;
        this.activities = activities;
        this.service = service;
        this.duties = duties;
        this.dutyQueries = dutyQueries;
        this.rights = rights;
        this.rolls = rolls;
        this.books = books;
    }

    /** All branches, for those who look after all. */
    @GetMapping
    List<OverviewQueries.BranchRow> all(
            @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        return overview.all(year == 0 ? page.today().getYear() : year, actor);
    }

    /** The branch of the signed-in person; 404 where there is none. */
    @GetMapping("/mine")
    Map<String, UUID> mine(@CurrentActor Actor actor) {
        return Map.of("id", rolls.branchOf(actor.personId()).orElseThrow(BranchError.NO_BRANCH::plain));
    }

    /** A duty with its state on this day. */
    record DutyAnswer(
            UUID id,
            String ruleId,
            RuleSubject subject,
            UUID subjectId,
            String period,
            LocalDate from,
            LocalDate to,
            DutyState state,
            @Nullable LocalDate metOn,
            List<UUID> activities,
            BigDecimal wanted,
            BigDecimal done) {}

    /** What the rules ask of a branch in a year; duties of persons only for its keepers and the person. */
    @GetMapping("/{id}/duties")
    List<DutyAnswer> duties(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        boolean keeper = rights.isKeeper(rights.visible(id, actor), actor);
        return health.duties(id, year == 0 ? page.today().getYear() : year, actor).stream()
                .filter(duty -> keeper
                        || duty.subject() != RuleSubject.PERSON
                        || duty.subjectId().equals(actor.personId()))
                .map(duty -> answer(duty, page.today()))
                .toList();
    }

    private static DutyAnswer answer(Duty duty, LocalDate today) {
        return new DutyAnswer(
                duty.id(),
                duty.ruleId(),
                duty.subject(),
                duty.subjectId(),
                duty.period(),
                duty.fromDay(),
                duty.toDay(),
                duty.state(today),
                duty.metOn(),
                duty.activities(),
                duty.wanted(),
                duty.done());
    }

    record Excuse(String reason) {}

    /** Lets a duty go that its rule asks only generally. */
    @PostMapping("/duties/{duty}/excuse")
    DutyState excuse(@PathVariable UUID duty, @RequestBody Excuse excuse, @CurrentActor Actor actor) {
        duties.excuse(duty, Objects.requireNonNullElse(excuse.reason(), ""), actor);
        return dutyQueries.duty(duty, actor).state();
    }

    @GetMapping("/{id}/activities")
    List<Activity> activities(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        return activities.ofYear(id, year == 0 ? page.today().getYear() : year, actor);
    }

    /** An activity to plan; what is left out is worked out. */
    record NewActivity(
            @Nullable UUID groupId,
            List<String> kinds,
            @Nullable String title,
            Instant startsAt,
            @Nullable Instant endsAt,
            String place,
            @Nullable String theme,
            @Nullable UUID chairId,
            @Nullable BigDecimal classHours,
            @Nullable List<UUID> people,
            @Nullable List<UUID> lecturers,
            @Nullable List<String> agenda,
            boolean firstItem) {}

    record Made(UUID id, int version) {}

    @PostMapping("/{id}/activities")
    @ResponseStatus(HttpStatus.CREATED)
    Made plan(@PathVariable UUID id, @RequestBody NewActivity wanted, @CurrentActor Actor actor) {
        UUID made = service.plan(
                new PlanActivity(
                        id,
                        wanted.groupId(),
                        wanted.kinds(),
                        Objects.requireNonNullElse(wanted.title(), ""),
                        wanted.startsAt(),
                        wanted.endsAt(),
                        wanted.place(),
                        Objects.requireNonNullElse(wanted.theme(), ""),
                        wanted.chairId(),
                        null,
                        wanted.classHours(),
                        Objects.requireNonNullElse(wanted.people(), List.of()),
                        Objects.requireNonNullElse(wanted.lecturers(), List.of()),
                        Objects.requireNonNullElse(wanted.agenda(), List.of()),
                        wanted.firstItem()),
                actor);
        return new Made(made, 1);
    }

    /** What happened at an activity. */
    record Happened(
            int version,
            Set<UUID> present,
            @Nullable Map<UUID, String> reasons,
            @Nullable String content,
            String decided,
            @Nullable List<RecordActivity.NewDecision> decisions,
            @Nullable LocalDate makesGoodFor) {}

    /** Records an activity once and answers with the rules whose duties it met. */
    @PostMapping("/activities/{activity}/record")
    List<String> record(@PathVariable UUID activity, @RequestBody Happened happened, @CurrentActor Actor actor) {
        service.record(
                activity,
                happened.version(),
                new RecordActivity(
                        happened.present(),
                        Objects.requireNonNullElse(happened.reasons(), Map.of()),
                        Objects.requireNonNullElse(happened.content(), ""),
                        happened.decided(),
                        Objects.requireNonNullElse(happened.decisions(), List.of()),
                        happened.makesGoodFor(),
                        List.of()),
                actor);
        return activities.sheet(activity, actor).answered().stream()
                .map(answered -> answered.rule().id())
                .toList();
    }

    /** All rules with their passports, as of now. */
    @GetMapping("/rules")
    List<Rule> rules() {
        return books.current().all();
    }
}
