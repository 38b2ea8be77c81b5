package org.luoshi.ledger.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NoticeStep;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.Step;
import org.luoshi.ledger.core.StepField;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Taking steps on an item's page: one address per machine and object, {@code …/steps}. A step that asks for nothing is a button; any other
 * has a small page that asks. A refused step comes back as typed, with the reason and the newest version.
 */
@Controller
@RequestMapping("/ledger/items/{itemId}")
class StepWebController {

    private final ItemSteps itemSteps;
    private final AssignmentSteps assignmentSteps;
    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final RequestService requests;
    private final SupervisionService supervision;
    private final ItemQueries queries;
    private final StepForms forms;
    private final LedgerView view;
    private final Templates templates;

    StepWebController(
            ItemSteps itemSteps,
            AssignmentSteps assignmentSteps,
            FeedbackService feedback,
            FeedbackReview review,
            RequestService requests,
            SupervisionService supervision,
            ItemQueries queries,
            StepForms forms,
            LedgerView view,
            Templates templates) {
        this.itemSteps = itemSteps;
        this.assignmentSteps = assignmentSteps;
        this.feedback = feedback;
        this.review = review;
        this.requests = requests;
        this.supervision = supervision;
        this.queries = queries;
        this.forms = forms;
        this.view = view;
        this.templates = templates;
    }

    /** Which object of the item a step moves. */
    enum Machine {
        ITEM,
        UNIT,
        FEEDBACK,
        REQUEST,
        NOTICE
    }

    @GetMapping("/steps")
    View ask(
            @PathVariable UUID itemId,
            @RequestParam Machine machine,
            @RequestParam UUID object,
            @RequestParam String step,
            Page page,
            @CurrentActor Actor actor) {
        ItemDetail detail = queries.detail(itemId, page.locale(), actor);
        StepForm form = StepForm.empty(version(detail, machine, object));
        return Html.of(templates.ledgerStep(page, stepPage(page, detail, machine, object, step, form, null)));
    }

    @PostMapping("/steps")
    View take(
            @PathVariable UUID itemId,
            @RequestParam Machine machine,
            @RequestParam UUID object,
            @RequestParam String step,
            StepForm form,
            Page page,
            @CurrentActor Actor actor) {
        List<UUID> stored = forms.store(form.files(), form.kept(), actor);
        try {
            perform(itemId, machine, object, step, forms.read(form, stored, actor), actor);
        } catch (BusinessException refusal) {
            return again(itemId, machine, object, step, form, stored, page, actor, refusal);
        }
        return new RedirectView("/ledger/items/" + itemId);
    }

    private View again(
            UUID itemId,
            Machine machine,
            UUID object,
            String step,
            StepForm form,
            List<UUID> stored,
            Page page,
            Actor actor,
            BusinessException refusal) {
        if (refusal.error().kind() == ErrorCode.Kind.NOT_FOUND) {
            throw refusal;
        }
        ItemDetail detail = queries.detail(itemId, page.locale(), actor);
        List<String> kept = stored.stream().map(UUID::toString).toList();
        StepForm typed = form.at(version(detail, machine, object), kept);
        HttpStatus status = refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : refusal.error().kind() == ErrorCode.Kind.FORBIDDEN
                        ? HttpStatus.FORBIDDEN
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.withStatus(
                status,
                templates.ledgerStep(
                        page,
                        stepPage(page, detail, machine, object, step, typed, page.reason(refusal))
                                .alsoAsking(
                                        refusal.error() == LedgerError.LOAD_WANTS_REASON
                                                ? Set.of(StepField.REASON)
                                                : Set.of())));
    }

    private void perform(UUID itemId, Machine machine, UUID object, String step, StepInput input, Actor actor) {
        switch (machine) {
            case ITEM -> itemSteps.perform(itemId, ItemStep.valueOf(step), input, actor);
            case UNIT -> assignmentSteps.perform(object, AssignmentStep.valueOf(step), input, actor);
            case FEEDBACK -> {
                FeedbackStep taken = FeedbackStep.valueOf(step);
                if (taken.isDecision()) {
                    review.decide(object, assignmentOf(itemId, object, actor), taken, input, actor);
                } else {
                    feedback.perform(object, taken, input, actor);
                }
            }
            case REQUEST -> requests.perform(object, RequestStep.valueOf(step), input, actor);
            case NOTICE -> supervision.perform(object, NoticeStep.valueOf(step), input, actor);
        }
    }

    private UUID assignmentOf(UUID itemId, UUID feedbackId, Actor actor) {
        return queries.detail(itemId, Locale.ROOT, actor).reports().stream()
                .filter(report -> report.id().equals(feedbackId))
                .findFirst()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", feedbackId)))
                .assignmentId();
    }

    private StepPage stepPage(
            Page page,
            ItemDetail detail,
            Machine machine,
            UUID object,
            String stepName,
            StepForm form,
            @Nullable String refusal) {
        Step step = step(machine, stepName);
        Set<StepField> fields = step.fields();
        boolean asksForUnit = fields.contains(StepField.UNIT) || fields.contains(StepField.OPTIONAL_UNIT);
        return new StepPage(
                page.t(textPrefix(machine) + "." + stepName),
                about(page, detail, machine, object),
                "/ledger/items/" + detail.item().id() + "/steps?machine=" + machine + "&object=" + object + "&step="
                        + stepName,
                "/ledger/items/" + detail.item().id(),
                stepName,
                fields,
                fields.contains(StepField.PERSON) ? forms.peopleOf(unitOf(detail, object)) : List.of(),
                asksForUnit ? forms.unitNames() : List.of(),
                form,
                refusal);
    }

    private static Step step(Machine machine, String name) {
        Step[] all = switch (machine) {
            case ITEM -> ItemStep.values();
            case UNIT -> AssignmentStep.values();
            case FEEDBACK -> FeedbackStep.values();
            case REQUEST -> RequestStep.values();
            case NOTICE -> NoticeStep.values();
        };
        return Arrays.stream(all)
                .filter(step -> step.name().equals(name) && step.isTakenByPeople())
                .findFirst()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", name)));
    }

    private static String textPrefix(Machine machine) {
        return switch (machine) {
            case ITEM -> "ledger.step";
            case UNIT -> "ledger.unit-step";
            case FEEDBACK -> "ledger.feedback-step";
            case REQUEST -> "ledger.request-step";
            case NOTICE -> "ledger.notice-step";
        };
    }

    private String about(Page page, ItemDetail detail, Machine machine, UUID object) {
        return switch (machine) {
            case ITEM -> "";
            case UNIT -> find(detail.units(), unit -> unit.id().equals(object)).unit();
            case FEEDBACK -> {
                ItemDetail.Report report =
                        find(detail.reports(), other -> other.id().equals(object));
                yield page.t(
                        "ledger.report.of",
                        "unit",
                        report.unit(),
                        "number",
                        report.number(),
                        "kind",
                        page.t("ledger.feedback-kind", report.kind()));
            }
            case REQUEST -> {
                ItemDetail.Request request =
                        find(detail.requests(), other -> other.id().equals(object));
                yield request.unit() + "　" + page.t("ledger.request-kind", request.kind());
            }
            case NOTICE -> {
                ItemDetail.Notice notice =
                        find(detail.notices(), other -> other.id().equals(object));
                yield notice.unit() + "　" + view.level(page, notice.look());
            }
        };
    }

    private static UUID unitOf(ItemDetail detail, UUID assignmentId) {
        return find(detail.units(), unit -> unit.id().equals(assignmentId)).unitId();
    }

    private static int version(ItemDetail detail, Machine machine, UUID object) {
        return switch (machine) {
            case ITEM -> detail.item().version();
            case UNIT -> find(detail.units(), unit -> unit.id().equals(object)).version();
            case FEEDBACK ->
                find(detail.reports(), report -> report.id().equals(object)).version();
            case REQUEST ->
                find(detail.requests(), request -> request.id().equals(object)).version();
            case NOTICE ->
                find(detail.notices(), notice -> notice.id().equals(object)).version();
        };
    }

    private static <T> T find(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow(() -> LedgerError.UNKNOWN.plain());
    }
}
