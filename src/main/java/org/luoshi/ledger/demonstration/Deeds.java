package org.luoshi.ledger.demonstration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.Closing;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does the ledger's steps as somebody would who has the page of the object open in front of them. */
@Component
class Deeds {

    /** What is seen of an item. */
    record SeenItem(int version, ItemState state, UUID officerId, Boolean revisitDrawn) {}

    /** What is seen of one unit's part. */
    record SeenPart(UUID id, int version, UUID unitId, AssignmentState state) {}

    private final JdbcClient jdbc;
    private final ItemSteps items;
    private final AssignmentSteps assignments;
    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final RequestService requests;
    private final Closing closing;

    Deeds(
            JdbcClient jdbc,
            ItemSteps items,
            AssignmentSteps assignments,
            FeedbackService feedback,
            FeedbackReview review,
            RequestService requests,
            Closing closing) {
        this.jdbc = jdbc;
        this.items = items;
        this.assignments = assignments;
        this.feedback = feedback;
        this.review = review;
        this.requests = requests;
        this.closing = closing;
    }

    SeenItem item(UUID id) {
        return jdbc.sql("""
                select version, state, officer_id, coalesce(revisit_drawn, false) as revisit_drawn
                from ledger.item where id = :id
                """).param("id", id).query(SeenItem.class).single();
    }

    /** The parts that somebody still has, the lead's first. */
    List<SeenPart> parts(UUID itemId) {
        return jdbc.sql("""
                select id, version, unit_id, state from ledger.assignment
                where item_id = :id and state <> 'MOVED' order by part = 'LEAD' desc, position
                """).param("id", itemId).query(SeenPart.class).list();
    }

    SeenPart part(UUID itemId, UUID unitId) {
        return parts(itemId).stream()
                .filter(part -> part.unitId().equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    SeenPart lead(UUID itemId) {
        return parts(itemId).get(0);
    }

    List<UUID> points(UUID itemId) {
        return jdbc.sql("select id from ledger.requirement where item_id = :id order by position")
                .param("id", itemId)
                .query(UUID.class)
                .list();
    }

    /** The item that came out of this one: a leader's new instruction or a relapse. */
    Optional<UUID> offspring(UUID itemId) {
        return jdbc.sql("""
                select id from ledger.item where parent_id = :id
                union all
                select item_id from ledger.item_relation where other_id = :id and kind = 'RELAPSE_OF'
                """).param("id", itemId).query(UUID.class).optional();
    }

    boolean may(UUID itemId, ItemStep step) {
        return step.isAllowedFrom(item(itemId).state());
    }

    boolean may(SeenPart part, AssignmentStep step) {
        return step.isAllowedFrom(part.state());
    }

    boolean mayClose(UUID itemId) {
        return may(itemId, ItemStep.PROPOSE_CLOSE)
                && closing.checklist(itemId).stream().allMatch(Closing.Check::isFulfilled);
    }

    void step(UUID itemId, ItemStep step, Actor actor) {
        items.perform(itemId, step, StepInput.of(item(itemId).version()), actor);
    }

    void step(UUID itemId, ItemStep step, String words, Actor actor) {
        step(itemId, step, words, UnaryOperator.identity(), actor);
    }

    void step(UUID itemId, ItemStep step, String words, UnaryOperator<StepInput> more, Actor actor) {
        items.perform(itemId, step, more.apply(StepInput.of(item(itemId).version(), words)), actor);
    }

    void step(SeenPart part, AssignmentStep step, String words, Actor actor) {
        step(part, step, words, UnaryOperator.identity(), actor);
    }

    void step(SeenPart part, AssignmentStep step, String words, UnaryOperator<StepInput> more, Actor actor) {
        assignments.perform(part.id(), step, more.apply(StepInput.of(part.version(), words)), actor);
    }

    /** Drafts a report and sends it to the unit's head. */
    UUID draft(NewFeedback report, Actor writer) {
        UUID id = feedback.draft(report, writer);
        feedback.perform(id, FeedbackStep.SEND_TO_HEAD, StepInput.of(version("feedback", id)), writer);
        return id;
    }

    UUID nothingNew(UUID assignmentId, String reason, Actor writer) {
        return feedback.nothingNew(assignmentId, reason, writer);
    }

    void signOff(UUID feedbackId, Actor head) {
        feedback.perform(feedbackId, FeedbackStep.SIGN_OFF, StepInput.of(version("feedback", feedbackId)), head);
    }

    void decide(UUID feedbackId, UUID assignmentId, FeedbackStep step, StepInput input, Actor officer) {
        review.decide(feedbackId, assignmentId, step, input, officer);
    }

    UUID ask(UUID itemId, NewRequest request, Actor actor) {
        return requests.ask(itemId, request, actor);
    }

    void step(UUID requestId, RequestStep step, String words, Actor actor) {
        requests.perform(requestId, step, StepInput.of(version("change_request", requestId), words), actor);
    }

    void override(UUID itemId, LightColour colour, String reason, Actor actor) {
        items.overrideLight(itemId, item(itemId).version(), colour, reason, actor);
    }

    void watch(UUID itemId, Actor... people) {
        Arrays.stream(people).forEach(person -> items.watch(itemId, true, person));
    }

    private int version(String table, UUID id) {
        return jdbc.sql("select version from ledger." + table + " where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
