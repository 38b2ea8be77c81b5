package org.luoshi.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.context.ApplicationContext;

/** Items of an invented office that are drafted, approved, issued and signed for in one call each. */
public final class IssuedItems {

    private final ItemDrafting drafting;
    private final ItemSteps steps;
    private final AssignmentSteps assignments;
    private final FeedbackService feedback;
    private final ItemQueries queries;

    public IssuedItems(ApplicationContext house) {
        this.drafting = house.getBean(ItemDrafting.class);
        this.steps = house.getBean(ItemSteps.class);
        this.assignments = house.getBean(AssignmentSteps.class);
        this.feedback = house.getBean(FeedbackService.class);
        this.queries = house.getBean(ItemQueries.class);
    }

    /** A draft with its lead first. */
    public UUID draft(InventedOffice office, String title, @Nullable LocalDate due, Unit lead, Unit... others) {
        return draft(office, null, title, due, lead, others);
    }

    private UUID draft(
            InventedOffice office,
            @Nullable String label,
            String title,
            @Nullable LocalDate due,
            Unit lead,
            Unit... others) {
        return drafting.draft(
                new DraftItem(
                        title,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        due,
                        Cycle.ONCE,
                        null,
                        lead.id(),
                        Arrays.stream(others)
                                .map(unit -> new DraftItem.CoUnit(unit.id(), null, null))
                                .toList(),
                        List.of(),
                        null,
                        label),
                null,
                office.officer());
    }

    /** Drafted, approved and issued; nobody has signed. */
    public UUID issued(InventedOffice office, String title, @Nullable LocalDate due, Unit lead, Unit... others) {
        return issue(office, draft(office, title, due, lead, others));
    }

    /** The same with a label, by which a test finds its own. */
    public UUID issuedUnder(
            InventedOffice office, String label, String title, @Nullable LocalDate due, Unit lead, Unit... others) {
        return issue(office, draft(office, label, title, due, lead, others));
    }

    private UUID issue(InventedOffice office, UUID id) {
        step(office, id, ItemStep.SUBMIT, office.officer());
        step(office, id, ItemStep.APPROVE, office.director());
        step(office, id, ItemStep.ISSUE, office.officer());
        return id;
    }

    /** A step that asks for nothing, on the newest version. */
    public void step(InventedOffice office, UUID id, ItemStep step, Actor actor) {
        steps.perform(id, step, StepInput.of(detail(office, id).item().version()), actor);
    }

    public void step(InventedOffice office, UUID id, ItemStep step, String words, Actor actor) {
        steps.perform(id, step, StepInput.of(detail(office, id).item().version(), words), actor);
    }

    public void sign(InventedOffice office, UUID id, Unit unit, Actor actor) {
        ItemDetail.UnitPart part = part(office, id, unit);
        assignments.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
    }

    /** A periodic report that is signed off and so handed in. */
    public UUID report(InventedOffice office, UUID id, Unit unit, String body, Actor liaison, Actor head) {
        UUID report = feedback.draft(
                new NewFeedback(
                        List.of(part(office, id, unit).id()), FeedbackKind.PERIODIC, body, null, null, List.of()),
                liaison);
        feedback.perform(report, FeedbackStep.SEND_TO_HEAD, StepInput.of(1), liaison);
        feedback.perform(report, FeedbackStep.SIGN_OFF, StepInput.of(2), head);
        return report;
    }

    public ItemDetail detail(InventedOffice office, UUID id) {
        return queries.detail(id, Locale.SIMPLIFIED_CHINESE, office.officer());
    }

    public ItemDetail.UnitPart part(InventedOffice office, UUID id, Unit unit) {
        return detail(office, id).units().stream()
                .filter(part -> part.unitId().equals(unit.id()))
                .findFirst()
                .orElseThrow();
    }
}
