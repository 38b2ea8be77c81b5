package org.luoshi.ledger.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewFeedback.Proof;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;

/** What the units do with an item: sign it or object, ask, hand it on inside, and report the result. */
final class UnitStory {

    /** About how many working days a class of limit gives. */
    private static final Map<String, Integer> WORKING_DAYS = Map.of(
            "URGENT", 3,
            "GENERAL", 7,
            "INSTRUCTION_NORMAL", 15,
            "MINUTES", 20,
            "MEETING_DECISION", 30,
            "COMPLEX", 21,
            "PAPER_ORDINARY", 20,
            "QUARTER", 60);

    /** How many working days before the last day the result of these is reported. */
    private static final Map<String, Integer> RESULT_BEFORE_END =
            Map.of("proposed", 4, "leader", 5, "leader-none", 6, "closed", 7, "instructed", 9);

    private static final Set<String> ENDED = Set.of("struck", "cured", "relapsed", "archived");

    private final Scene scene;
    private final Plan.ItemPlan plan;
    private final int age;
    private final UUID itemId;
    private final Actor officer;
    private final Instant issued;

    UnitStory(Scene scene, Plan.ItemPlan plan, int age, UUID itemId, Actor officer) {
        this.scene = scene;
        this.plan = plan;
        this.age = age;
        this.itemId = itemId;
        this.officer = officer;
        this.issued = scene.agenda().now();
    }

    void begin() {
        List<Deeds.SeenPart> parts = scene.deeds().parts(itemId);
        lead(parts.get(0).unitId());
        for (int i = 1; i < parts.size(); i++) {
            co(parts.get(i).unitId(), i);
        }
        new Happenings(scene, plan, itemId, officer).begin(age);
    }

    private void lead(UUID unitId) {
        Agenda.Course course = scene.agenda().course();
        if (plan.has("objected") || plan.has("moved") || plan.has("disputed")) {
            object(course, unitId);
        } else if (!plan.has("late-sign") && !plan.stage().equals("issued")) {
            course.then(0, () -> sign(unitId));
        }
        if (plan.has("inside")) {
            course.then(0, () -> handInside(unitId));
        }
        course.from(issued);
        int resultDay = resultDay();
        if (resultDay >= 0) {
            scene.agenda()
                    .course()
                    .whenReady(resultDay, () -> mayReport(lead()), () -> result(lead(), true))
                    .from(issued);
        }
    }

    private Deeds.SeenPart lead() {
        return scene.deeds().lead(itemId);
    }

    private Deeds.SeenPart part(UUID unitId) {
        return scene.deeds().part(itemId, unitId);
    }

    /** In working days after the issue; negative: it is not reported yet. */
    private int resultDay() {
        if (plan.has("at-head") || plan.has("fresh") || plan.has("returned-open")) {
            return Math.max(1, age - (plan.has("returned-open") ? 4 : 1));
        }
        Integer before = RESULT_BEFORE_END.get(plan.stage());
        if (before != null) {
            return Math.max(2, age - 1 - before);
        }
        return ENDED.contains(plan.stage()) ? limit() * 7 / 10 : -1;
    }

    private int limit() {
        return plan.limitClass() == null ? 10 : WORKING_DAYS.getOrDefault(plan.limitClass(), 15);
    }

    private void sign(UUID unitId) {
        Deeds.SeenPart part = part(unitId);
        if (scene.deeds().may(part, AssignmentStep.SIGN)) {
            scene.deeds().step(part, AssignmentStep.SIGN, words("sign", unitId), liaison(unitId));
        }
    }

    private void object(Agenda.Course course, UUID unitId) {
        course.then(
                0,
                () -> scene.deeds()
                        .step(part(unitId), AssignmentStep.OBJECT, words("object", unitId), liaison(unitId)));
        if (plan.has("objected")) {
            course.then(
                    1,
                    () -> scene.deeds()
                            .step(
                                    part(unitId),
                                    AssignmentStep.MAINTAIN,
                                    words("maintain", unitId),
                                    scene.cast().director()));
        } else if (plan.has("moved")) {
            UUID other = scene.cast().unit(scene.words().of("successor")).id();
            course.then(
                            1,
                            () -> scene.deeds()
                                    .step(
                                            part(unitId),
                                            AssignmentStep.MOVE,
                                            words("move", unitId),
                                            input -> input.withUnit(other),
                                            scene.cast().director()))
                    .then(0, () -> sign(other));
        }
    }

    private void handInside(UUID unitId) {
        scene.cast()
                .handler(unitId)
                .ifPresent(handler -> scene.deeds()
                        .step(
                                part(unitId),
                                AssignmentStep.HAND_INSIDE,
                                words("handed", unitId),
                                input -> input.withPerson(handler.personId()),
                                liaison(unitId)));
    }

    private void co(UUID unitId, int position) {
        boolean isLate = plan.has("co-late") && position == 1;
        boolean signsLater = plan.has("late-sign") || plan.stage().equals("issued") && position > 1;
        Agenda.Course course = scene.agenda().course();
        if (!signsLater) {
            course.then(isLate ? 3 : 0, () -> sign(unitId)).from(issued);
        }
        boolean isWaived = plan.has("waived") && position == plan.coUnits().size();
        boolean isLateNow = plan.has("colate-now") && position == 1;
        int day = coResultDay();
        if (day > 0 && !isLateNow && !isWaived) {
            int lateness = isLate ? limit() / 2 : 0;
            scene.agenda()
                    .course()
                    .whenReady(day + lateness, () -> mayReport(part(unitId)), () -> result(part(unitId), false))
                    .from(issued);
        }
        if (isWaived) {
            scene.agenda()
                    .course()
                    .then(
                            Math.max(2, day),
                            () -> scene.deeds()
                                    .step(part(unitId), AssignmentStep.WAIVE, words("waive", unitId), officer))
                    .from(issued);
        }
    }

    /** Co-units report shortly before the lead; where the lead has not, some have and some have not. */
    private int coResultDay() {
        int result = resultDay();
        if (result > 0) {
            return Math.max(1, result - 1 - scene.random().nextInt(2));
        }
        boolean isLeadLate = plan.has("late");
        boolean isEarly = scene.random().nextInt(3) == 0;
        Integer due = plan.dueInDays();
        if (due == null || !plan.stage().equals("progress") || !isLeadLate && !isEarly) {
            return -1;
        }
        return Math.max(3, age + Math.min(due, 0) - 3);
    }

    private boolean mayReport(Deeds.SeenPart part) {
        return switch (part.state()) {
            case SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED -> true;
            default -> false;
        };
    }

    /** Written, signed by the head, looked at by the officer; the plan may have it stop on the way or come back once. */
    private void result(Deeds.SeenPart part, boolean isLead) {
        UUID unitId = part.unitId();
        boolean isAgain = part.state() == AssignmentState.RETURNED;
        String occasion = isAgain ? "REDO" : isLead ? "FINAL" : "CO_FINAL";
        UUID report = write(part, occasion, isLead);
        if (isLead && plan.has("at-head")) {
            return;
        }
        Agenda.Course course = scene.agenda()
                .course()
                .then(0, () -> scene.deeds().signOff(report, scene.cast().head(unitId)));
        boolean isReturned = isLead && !isAgain && (plan.has("returned") || plan.has("returned-open"));
        boolean isFresh = isLead && plan.has("fresh");
        if (isReturned) {
            course.then(1, () -> decide(report, part, FeedbackStep.RETURN));
        } else if (!isFresh) {
            course.then(isLead ? 1 : 0, () -> decide(report, part, FeedbackStep.ACCEPT));
        }
        if (isReturned && plan.has("returned")) {
            course.whenReady(1, () -> mayReport(part(unitId)), () -> result(part(unitId), true));
        }
        course.from(scene.agenda().now());
    }

    private UUID write(Deeds.SeenPart part, String occasion, boolean isLead) {
        UUID unitId = part.unitId();
        Actor writer = liaison(unitId);
        List<Proof> proofs = List.of();
        if (isLead) {
            UUID file = scene.papers().about(plan.text(), scene.cast().name(unitId), writer);
            proofs = scene.deeds().points(itemId).stream()
                    .map(point -> new Proof(point, file, null))
                    .toList();
        }
        NewFeedback report =
                new NewFeedback(List.of(part.id()), FeedbackKind.FINAL, words(occasion, unitId), null, null, proofs);
        return scene.deeds().draft(report, writer);
    }

    private void decide(UUID report, Deeds.SeenPart part, FeedbackStep step) {
        StepInput input = step == FeedbackStep.RETURN
                ? StepInput.of(0, scene.words().of("return")).withRejectCode(RejectCode.FACTS_UNCLEAR)
                : StepInput.of(0, scene.words().of("accept"));
        scene.deeds().decide(report, part.id(), step, input, officer);
    }

    private Actor liaison(UUID unitId) {
        return scene.cast().liaison(unitId);
    }

    private String words(String occasion, UUID unitId) {
        return scene.words().of(occasion, plan.text(), scene.cast().name(unitId));
    }
}
