package org.luoshi.ledger.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeStep;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;

/** What happens to an item on its way: questions, requests, urging, silence, an overridden light. */
final class Happenings {

    private final Scene scene;
    private final Plan.ItemPlan plan;
    private final UUID itemId;
    private final Actor officer;

    Happenings(Scene scene, Plan.ItemPlan plan, UUID itemId, Actor officer) {
        this.scene = scene;
        this.plan = plan;
        this.itemId = itemId;
        this.officer = officer;
    }

    void begin(int age) {
        Instant now = scene.agenda().now();
        for (String happening : plan.happenings().stream().sorted().toList()) {
            switch (happening) {
                case "asked" -> answered(ask(scene.agenda().course(), 2)).from(now);
                case "asking" ->
                    ask(scene.agenda().course(), Math.max(2, age - 3)).from(now);
                case "extended" ->
                    decide(askForTime(3), "grant", RequestStep.GRANT).from(now);
                case "refused" ->
                    decide(askForTime(6), "refuse", RequestStep.REFUSE).from(now);
                case "extending" -> forwarded(askForTime(Math.max(2, age - 4))).from(now);
                case "extending-new" ->
                    signedOff(askForTime(Math.max(2, age - 3))).from(now);
                case "transfer" -> transfer().from(now);
                case "suspend-asked" ->
                    scene.agenda()
                            .course()
                            .whenReady(
                                    Math.max(2, age - 3),
                                    this::isRunning,
                                    () -> ask(officer, request(RequestKind.SUSPENSION, "suspension", null, null)))
                            .from(now);
                case "cancel-asked" ->
                    scene.agenda()
                            .course()
                            .whenReady(
                                    Math.max(2, age - 3),
                                    this::isRunning,
                                    () -> ask(officer, request(RequestKind.CANCELLATION, "cancellation", null, null)))
                            .from(now);
                case "silent" ->
                    scene.agenda()
                            .course()
                            .then(8, () -> scene.reports().silence(itemId))
                            .from(now);
                case "zero" -> scene.reports().withoutNews(itemId);
                case "urge" -> urge(-1, NoticeLevel.URGE);
                case "blue" -> urge(-2, NoticeLevel.BLUE);
                case "blue-answered" -> answeredNotice(urge(-2, NoticeLevel.BLUE));
                case "orange" -> escalated(urge(-4, NoticeLevel.BLUE));
                case "override" -> scene.agenda().add(scene.agenda().morning(0), this::override);
                default -> {}
            }
        }
    }

    private Deeds.SeenPart lead() {
        return scene.deeds().lead(itemId);
    }

    private boolean isRunning() {
        return scene.deeds().may(itemId, ItemStep.SUSPEND)
                && scene.deeds().may(lead(), AssignmentStep.ASK_COORDINATION);
    }

    private Actor liaison() {
        return scene.cast().liaison(lead().unitId());
    }

    private Agenda.Course ask(Agenda.Course course, int days) {
        return course.whenReady(
                days,
                this::isRunning,
                () -> scene.deeds()
                        .step(
                                lead(),
                                AssignmentStep.ASK_COORDINATION,
                                scene.words().of("ask"),
                                liaison()));
    }

    private Agenda.Course answered(Agenda.Course course) {
        return course.whenReady(
                1,
                () -> scene.deeds().may(lead(), AssignmentStep.ANSWER_COORDINATION),
                () -> scene.deeds()
                        .step(
                                lead(),
                                AssignmentStep.ANSWER_COORDINATION,
                                scene.words().of("answer"),
                                officer));
    }

    /** A request on its way, remembered between the steps. */
    private record Asked(Agenda.Course course, UUID[] request) {

        UUID id() {
            return request[0];
        }
    }

    private Asked askForTime(int days) {
        Asked asked = new Asked(scene.agenda().course(), new UUID[1]);
        asked.course().whenReady(days, this::isRunning, () -> {
            LocalDate later = scene.agenda().daysAfterDue(dueOfLead(), 6);
            asked.request()[0] = ask(liaison(), request(RequestKind.EXTENSION, "extension", later, null));
        });
        return asked;
    }

    private Instant dueOfLead() {
        return scene.jdbc()
                .sql("select due from ledger.assignment where id = :id")
                .param("id", lead().id())
                .query((row, n) -> row.getTimestamp("due").toInstant())
                .single();
    }

    private NewRequest request(RequestKind kind, String occasion, @Nullable LocalDate date, @Nullable UUID unitId) {
        return new NewRequest(
                kind,
                kind.isOfOneUnit() ? lead().id() : null,
                scene.words().of(occasion),
                scene.words().of("extension.progress"),
                date,
                null,
                unitId,
                kind == RequestKind.CANCELLATION ? Ending.NOT_PURSUED : null);
    }

    private UUID ask(Actor actor, NewRequest request) {
        return scene.deeds().ask(itemId, request, actor);
    }

    private Agenda.Course signedOff(Asked asked) {
        return asked.course()
                .then(
                        0,
                        () -> scene.deeds()
                                .step(
                                        asked.id(),
                                        RequestStep.SIGN_OFF,
                                        "",
                                        scene.cast().head(lead().unitId())));
    }

    private Agenda.Course forwarded(Asked asked) {
        return signedOff(asked)
                .then(
                        0,
                        () -> scene.deeds()
                                .step(
                                        asked.id(),
                                        RequestStep.FORWARD,
                                        scene.words().of("forward"),
                                        officer));
    }

    private Agenda.Course decide(Asked asked, String occasion, RequestStep step) {
        return forwarded(asked)
                .then(
                        1,
                        () -> scene.deeds()
                                .step(
                                        asked.id(),
                                        step,
                                        scene.words().of(occasion),
                                        scene.cast().director()));
    }

    private Agenda.Course transfer() {
        UUID other = scene.cast().unit(scene.words().of("successor")).id();
        Asked asked = new Asked(scene.agenda().course(), new UUID[1]);
        asked.course()
                .whenReady(
                        4,
                        this::isRunning,
                        () -> asked.request()[0] =
                                ask(liaison(), request(RequestKind.TRANSFER, "transfer", null, other)));
        return decide(asked, "grant", RequestStep.GRANT)
                .then(
                        0,
                        () -> scene.deeds()
                                .step(
                                        lead(),
                                        AssignmentStep.SIGN,
                                        scene.words()
                                                .of("sign", "", scene.cast().name(other)),
                                        liaison()));
    }

    private UUID[] urge(int day, NoticeLevel level) {
        UUID[] notice = new UUID[1];
        scene.agenda()
                .add(
                        scene.agenda().at(day, LocalTime.of(10, 40)),
                        () -> notice[0] = scene.supervision()
                                .issue(lead().id(), level, scene.words().of(level.name()), officer));
        return notice;
    }

    private void answeredNotice(UUID[] notice) {
        scene.agenda()
                .add(
                        scene.agenda().at(-1, LocalTime.of(16, 10)),
                        () -> scene.supervision()
                                .perform(
                                        notice[0],
                                        NoticeStep.ANSWER,
                                        StepInput.of(
                                                versionOf(notice[0]),
                                                scene.words().of("notice.answer")),
                                        liaison()));
    }

    private void escalated(UUID[] notice) {
        scene.agenda()
                .add(
                        scene.agenda().at(-1, LocalTime.of(9, 50)),
                        () -> scene.supervision()
                                .perform(
                                        notice[0],
                                        NoticeStep.ESCALATE,
                                        StepInput.of(
                                                versionOf(notice[0]),
                                                scene.words().of("ORANGE")),
                                        scene.cast().director()));
    }

    private int versionOf(UUID noticeId) {
        return scene.jdbc()
                .sql("select version from ledger.supervision_notice where id = :id")
                .param("id", noticeId)
                .query(Integer.class)
                .single();
    }

    private void override() {
        scene.deeds().override(itemId, LightColour.YELLOW, scene.words().of("override"), officer);
    }
}
