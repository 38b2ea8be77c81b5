package org.luoshi.ledger.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.shared.Actor;

/** One item from the draft to where the plan says that it stands; the units' own part is told by {@link UnitStory}. */
final class ItemStory {

    private final Scene scene;
    private final Plan.SourcePlan source;
    private final Plan.ItemPlan plan;
    private final UUID sourceId;
    private final UUID clauseId;
    private final Actor officer;
    private final @Nullable ItemStory sibling;
    private @Nullable UUID id;

    ItemStory(
            Scene scene,
            Plan.SourcePlan source,
            Plan.ItemPlan plan,
            UUID sourceId,
            UUID clauseId,
            Actor officer,
            @Nullable ItemStory sibling) {
        this.scene = scene;
        this.source = source;
        this.plan = plan;
        this.sourceId = sourceId;
        this.clauseId = clauseId;
        this.officer = officer;
        this.sibling = sibling;
    }

    UUID itemId() {
        return Objects.requireNonNull(id);
    }

    String title() {
        return plan.text();
    }

    boolean isDrafted() {
        return id != null;
    }

    void begin() {
        Agenda.Course course = scene.agenda().course().then(0, this::draft);
        switch (plan.stage()) {
            case "draft" -> {}
            case "declined" ->
                step(course.then(0, () -> step(ItemStep.SUBMIT, officer)), 1, ItemStep.DECLINE, "decline");
            case "pending" -> course.then(0, () -> step(ItemStep.SUBMIT, officer));
            case "filed" -> approved(course);
            default -> approved(course).then(issueDelay(), this::issue);
        }
        course.from(scene.agenda().now());
    }

    private Agenda.Course approved(Agenda.Course course) {
        return course.then(0, () -> step(ItemStep.SUBMIT, officer))
                .then(
                        source.age() > 4 ? 1 : 0,
                        () -> step(ItemStep.APPROVE, scene.cast().director()));
    }

    private void step(Agenda.Course course, int days, ItemStep step, String occasion) {
        course.then(
                days,
                () -> scene.deeds()
                        .step(
                                itemId(),
                                step,
                                scene.words().of(occasion),
                                scene.cast().director()));
    }

    /** What waits for the units' signature today was issued yesterday. */
    private int issueDelay() {
        boolean isFresh = plan.stage().equals("issued") || plan.has("disputed");
        int approvedAt = source.age() > 4 ? 1 : 0;
        int issuedBefore = plan.has("late-sign") ? 3 : plan.has("disputed") ? 2 : 0;
        return isFresh ? Math.max(0, source.age() - approvedAt - issuedBefore) : 0;
    }

    private void draft() {
        id = scene.drafting().draft(draftItem(), null, officer);
        if (plan.has("watch")) {
            scene.deeds().watch(itemId(), scene.cast().director(), scene.cast().officeLeader());
        }
    }

    private DraftItem draftItem() {
        Agenda agenda = scene.agenda();
        List<DraftItem.CoUnit> coUnits = new ArrayList<>();
        for (String name : plan.coUnits()) {
            boolean isLateNow = plan.has("colate-now") && coUnits.isEmpty();
            LocalDate due = isLateNow ? agenda.day(-2) : null;
            coUnits.add(new DraftItem.CoUnit(
                    scene.cast().unit(name).id(), scene.words().of("duty"), due));
        }
        List<DraftItem.NewMilestone> milestones = new ArrayList<>();
        if (plan.has("milestone")) {
            int later = -source.age() / 2;
            for (String title : scene.words().all("milestone")) {
                milestones.add(new DraftItem.NewMilestone(title, agenda.day(later)));
                later = 12;
            }
        }
        Integer due = plan.dueInDays();
        return new DraftItem(
                plan.text(),
                sourceId,
                List.of(clauseId),
                List.of(plan.text()),
                plan.limitClass(),
                due == null ? null : agenda.day(due),
                plan.cycle(),
                plan.cycleDay(),
                scene.cast().unit(plan.lead()).id(),
                coUnits,
                milestones,
                null,
                null);
    }

    private void issue() {
        step(ItemStep.ISSUE, officer);
        new UnitStory(scene, plan, source.age(), itemId(), officer).begin();
        Agenda.Course course = scene.agenda().course();
        switch (plan.stage()) {
            case "merged" ->
                course.whenReady(
                        3,
                        this::siblingRuns,
                        () -> scene.deeds()
                                .step(
                                        itemId(),
                                        ItemStep.MERGE,
                                        scene.words().of("merge"),
                                        input -> input.withItem(
                                                Objects.requireNonNull(sibling).itemId()),
                                        officer));
            case "cancelled" -> change(course, 12, RequestKind.CANCELLATION, "cancellation", null, Ending.NOT_PURSUED);
            case "cancelled-routine" ->
                change(course, 15, RequestKind.CANCELLATION, "cancellation.routine", null, Ending.ROUTINE);
            case "suspended" -> change(course, 10, RequestKind.SUSPENSION, "suspension", null, null);
            case "long-term" -> change(course, 6, RequestKind.LONG_TERM, "long-term", plan.cycle(), null);
            case "proposed" -> proposed(course);
            case "leader", "leader-none" -> confirmed(course);
            case "closed" -> agreed(course);
            case "instructed" -> instructed(course);
            case "struck" -> struck(course);
            case "cured" -> cured(course);
            case "relapsed" -> relapsed(course);
            case "archived" -> archived(course);
            default -> {}
        }
        course.from(scene.agenda().now());
    }

    private boolean siblingRuns() {
        return sibling != null && scene.deeds().may(sibling.itemId(), ItemStep.MERGE);
    }

    /** The officer asks, whoever decides that kind decides. */
    private void change(
            Agenda.Course course,
            int days,
            RequestKind kind,
            String occasion,
            @Nullable Cycle cycle,
            @Nullable Ending ending) {
        UUID[] request = new UUID[1];
        ItemStep consequence = switch (kind) {
            case CANCELLATION -> ItemStep.CANCEL;
            case SUSPENSION -> ItemStep.SUSPEND;
            case LONG_TERM -> ItemStep.MAKE_LONG_TERM;
            case EXTENSION, TRANSFER -> throw new IllegalArgumentException(kind + " concerns one unit");
        };
        course.whenReady(
                        days,
                        () -> scene.deeds().may(itemId(), consequence),
                        () -> request[0] = scene.deeds()
                                .ask(
                                        itemId(),
                                        new NewRequest(
                                                kind,
                                                null,
                                                scene.words().of(occasion),
                                                null,
                                                null,
                                                cycle,
                                                null,
                                                ending),
                                        officer))
                .then(
                        1,
                        () -> scene.deeds()
                                .step(
                                        request[0],
                                        RequestStep.GRANT,
                                        scene.words().of("agree"),
                                        kind == RequestKind.CANCELLATION
                                                ? scene.cast().officeLeader()
                                                : scene.cast().director()));
    }

    private Agenda.Course proposed(Agenda.Course course) {
        return course.whenReady(
                1,
                () -> scene.deeds().mayClose(itemId()),
                () -> scene.deeds()
                        .step(itemId(), ItemStep.PROPOSE_CLOSE, scene.words().of("propose"), officer));
    }

    private Agenda.Course confirmed(Agenda.Course course) {
        return proposed(course)
                .then(
                        1,
                        () -> scene.deeds()
                                .step(
                                        itemId(),
                                        ItemStep.CONFIRM_CLOSE,
                                        scene.words().of("confirm"),
                                        second()));
    }

    /** Sometimes the director, sometimes another officer. */
    private Actor second() {
        return scene.random().nextBoolean()
                ? scene.cast().director()
                : scene.cast().colleagueOf(officer);
    }

    private Agenda.Course agreed(Agenda.Course course) {
        confirmed(course);
        if (source.leader() > 0) {
            course.then(
                    1 + scene.random().nextInt(2),
                    () -> scene.deeds()
                            .step(itemId(), ItemStep.LEADER_AGREE, scene.words().of("agree"), leaderOrSecretary()));
        }
        return course;
    }

    private Actor leaderOrSecretary() {
        return scene.random().nextInt(3) == 0
                ? scene.cast().secretary(source.leader())
                : scene.cast().leader(source.leader());
    }

    private Agenda.Course struck(Agenda.Course course) {
        return agreed(course).then(1, () -> step(ItemStep.STRIKE_OFF, officer));
    }

    private Agenda.Course cured(Agenda.Course course) {
        return struck(course).then(10, this::visit);
    }

    private void visit() {
        Actor visitor = scene.cast().colleagueOf(officer);
        UUID file = scene.papers().about(plan.text(), visitor.from(), visitor);
        scene.deeds()
                .step(
                        itemId(),
                        ItemStep.CONFIRM_CURED,
                        scene.words().of("cured", plan.text(), ""),
                        input -> input.withFiles(List.of(file)),
                        visitor);
    }

    /** What was drawn for a return visit is visited before it is filed away. */
    private void archived(Agenda.Course course) {
        struck(course)
                .then(10, () -> {
                    if (scene.deeds().item(itemId()).revisitDrawn()) {
                        visit();
                    }
                })
                .then(
                        2,
                        () -> scene.deeds()
                                .step(
                                        itemId(),
                                        ItemStep.ARCHIVE,
                                        scene.words().of("archive"),
                                        scene.cast().archivist()));
    }

    private void relapsed(Agenda.Course course) {
        struck(course)
                .then(
                        10,
                        () -> scene.deeds()
                                .step(
                                        itemId(),
                                        ItemStep.RELAPSE,
                                        scene.words().of("relapse"),
                                        input -> input.withDate(scene.agenda().day(5)),
                                        scene.cast().colleagueOf(officer)))
                .then(1, this::issueOffspring);
    }

    private void instructed(Agenda.Course course) {
        confirmed(course)
                .then(
                        1,
                        () -> scene.deeds()
                                .step(
                                        itemId(),
                                        ItemStep.LEADER_INSTRUCT,
                                        scene.words().of("instruct"),
                                        input -> input.withDate(scene.agenda().day(8)),
                                        scene.cast().leader(source.leader())))
                .then(1, this::issueOffspring);
    }

    private void issueOffspring() {
        UUID child = scene.deeds().offspring(itemId()).orElseThrow();
        scene.deeds().step(child, ItemStep.ISSUE, officer);
        new UnitStory(scene, plan.goingOn(), source.age(), child, officer).begin();
    }

    private void step(ItemStep step, Actor actor) {
        scene.deeds().step(itemId(), step, actor);
    }
}
