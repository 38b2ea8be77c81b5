package org.luoshi.ledger.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeLevels;
import org.luoshi.ledger.core.ReportForm;
import org.luoshi.ledger.core.ReportQueries;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What starts from one unit's part: a report, "nothing new", a request for other terms, an urge. */
@Controller
@RequestMapping("/ledger/assignments/{assignmentId}")
class ReportWebController {

    private final FeedbackService feedback;
    private final RequestService requests;
    private final SupervisionService supervision;
    private final ReportQueries queries;
    private final ReportUploads uploads;
    private final StepForms forms;
    private final NoticeLevels levels;
    private final LedgerView view;
    private final Templates templates;

    ReportWebController(
            FeedbackService feedback,
            RequestService requests,
            SupervisionService supervision,
            ReportQueries queries,
            ReportUploads uploads,
            StepForms forms,
            NoticeLevels levels,
            LedgerView view,
            Templates templates) {
        this.feedback = feedback;
        this.requests = requests;
        this.supervision = supervision;
        this.queries = queries;
        this.uploads = uploads;
        this.forms = forms;
        this.levels = levels;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping("/feedback/new")
    View report(@PathVariable UUID assignmentId, Page page, @CurrentActor Actor actor) {
        ReportForm form = queries.form(assignmentId, actor);
        return Html.of(show(page, form, ReportInput.startingFrom(form), BehalfInput.empty(), null));
    }

    /** Drafts and, where the form says so, sends on in the same step: to the head, or signed off by the head. */
    @PostMapping("/feedback")
    View send(
            @PathVariable UUID assignmentId,
            ReportInput input,
            BehalfInput behalf,
            MultipartHttpServletRequest upload,
            Page page,
            @CurrentActor Actor actor) {
        ReportForm form = queries.form(assignmentId, actor);
        List<ReportInput.KeptFile> kept = new ArrayList<>(input.keptFiles());
        try {
            kept.addAll(uploads.keep(form, upload, actor));
            UUID id = feedback.draft(input.toCommand(assignmentId, form, kept), behalf.origin(form), actor);
            if (input.isToBeSent()) {
                FeedbackStep next =
                        form.signsOffItself() || form.onBehalf() ? FeedbackStep.SIGN_OFF : FeedbackStep.SEND_TO_HEAD;
                feedback.perform(id, next, StepInput.of(1), actor);
            }
            return new RedirectView("/ledger/items/" + form.itemId());
        } catch (BusinessException refusal) {
            return Html.invalid(show(page, form, input.keeping(kept), behalf, page.reason(refusal)));
        }
    }

    private JteModel show(Page page, ReportForm form, ReportInput input, BehalfInput behalf, @Nullable String refusal) {
        String action = "/ledger/assignments/" + form.assignmentId() + "/feedback";
        return templates.ledgerReport(page, view, form, input, behalf, refusal, action, null);
    }

    @PostMapping("/nothing-new")
    View nothingNew(@PathVariable UUID assignmentId, @RequestParam String reason, @CurrentActor Actor actor) {
        UUID itemId = queries.form(assignmentId, actor).itemId();
        feedback.nothingNew(assignmentId, reason, actor);
        return new RedirectView("/ledger/items/" + itemId);
    }

    @GetMapping("/requests/new")
    View request(
            @PathVariable UUID assignmentId, @RequestParam RequestKind kind, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerRequest(
                page, queries.form(assignmentId, actor), kind, RequestForm.empty(), forms.unitNames(), null));
    }

    @PostMapping("/requests")
    View ask(
            @PathVariable UUID assignmentId,
            @RequestParam RequestKind kind,
            RequestForm form,
            Page page,
            @CurrentActor Actor actor) {
        ReportForm part = queries.form(assignmentId, actor);
        try {
            if (StepForms.blank(form.reason())) {
                throw LedgerError.FIELD_MISSING.with(Map.of("field", "REASON"));
            }
            NewRequest command = new NewRequest(
                    kind,
                    kind.isOfOneUnit() ? assignmentId : null,
                    form.text(form.reason()),
                    form.progress(),
                    StepForms.date(form.date()),
                    StepForms.blank(form.cycle()) ? null : Cycle.valueOf(form.text(form.cycle())),
                    StepForms.blank(form.unit()) ? null : forms.unit(form.text(form.unit())),
                    StepForms.blank(form.ending()) ? null : Ending.valueOf(form.text(form.ending())));
            requests.ask(part.itemId(), command, actor);
            return new RedirectView("/ledger/items/" + part.itemId() + "#requests");
        } catch (BusinessException refusal) {
            return Html.invalid(
                    templates.ledgerRequest(page, part, kind, form, forms.unitNames(), page.reason(refusal)));
        }
    }

    @GetMapping("/notices/new")
    View urge(
            @PathVariable UUID assignmentId,
            @RequestParam(defaultValue = "URGE") NoticeLevel level,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.ledgerUrge(
                page, view, queries.form(assignmentId, actor), levels.issuableBy(actor), level, "", null));
    }

    @PostMapping("/notices")
    View sendNotice(
            @PathVariable UUID assignmentId,
            @RequestParam NoticeLevel level,
            @RequestParam(defaultValue = "") String text,
            Page page,
            @CurrentActor Actor actor) {
        ReportForm part = queries.form(assignmentId, actor);
        try {
            if (text.isBlank()) {
                throw LedgerError.FIELD_MISSING.with(Map.of("field", "REASON"));
            }
            supervision.issue(assignmentId, level, text, actor);
            return new RedirectView("/ledger/items/" + part.itemId() + "#notices");
        } catch (BusinessException refusal) {
            return Html.invalid(templates.ledgerUrge(
                    page, view, part, levels.issuableBy(actor), level, text, page.reason(refusal)));
        }
    }
}
