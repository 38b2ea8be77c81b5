package org.luoshi.ledger.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackState;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportForm;
import org.luoshi.ledger.core.ReportQueries;
import org.luoshi.ledger.core.StepInput;
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

/** A report that was kept as a draft, or came by mail, is looked at, corrected and sent on. */
@Controller
@RequestMapping("/ledger/feedback/{feedbackId}/draft")
class ReportDraftWebController {

    private final FeedbackService feedback;
    private final ReportQueries queries;
    private final ReportUploads uploads;
    private final LedgerView view;
    private final Templates templates;

    ReportDraftWebController(
            FeedbackService feedback,
            ReportQueries queries,
            ReportUploads uploads,
            LedgerView view,
            Templates templates) {
        this.feedback = feedback;
        this.queries = queries;
        this.uploads = uploads;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View show(@PathVariable UUID feedbackId, Page page, @CurrentActor Actor actor) {
        ItemDetail.Report draft = draft(feedbackId, actor);
        ReportForm form = queries.form(draft.assignmentId(), actor);
        return Html.of(show(page, draft, form, ReportInput.of(draft, form), draft.version(), null));
    }

    @PostMapping
    View save(
            @PathVariable UUID feedbackId,
            @RequestParam int version,
            ReportInput input,
            MultipartHttpServletRequest upload,
            Page page,
            @CurrentActor Actor actor) {
        ItemDetail.Report draft = draft(feedbackId, actor);
        ReportForm form = queries.form(draft.assignmentId(), actor);
        List<ReportInput.KeptFile> kept = new ArrayList<>(input.keptFiles());
        try {
            kept.addAll(uploads.keep(form, upload, actor));
            feedback.revise(feedbackId, version, command(draft, form, input, kept), actor);
        } catch (BusinessException refusal) {
            return Html.invalid(show(page, draft, form, input.keeping(kept), version, page.reason(refusal)));
        }
        return send(draft, form, input, version + 1, page, actor);
    }

    private View send(
            ItemDetail.Report draft, ReportForm form, ReportInput input, int version, Page page, Actor actor) {
        try {
            if (input.isToBeSent()) {
                FeedbackStep next =
                        form.signsOffItself() || form.onBehalf() ? FeedbackStep.SIGN_OFF : FeedbackStep.SEND_TO_HEAD;
                feedback.perform(draft.id(), next, StepInput.of(version), actor);
            }
            return new RedirectView("/ledger/items/" + form.itemId() + "#feedback");
        } catch (BusinessException refusal) {
            ItemDetail.Report saved = draft(draft.id(), actor);
            return Html.invalid(show(page, saved, form, ReportInput.of(saved, form), version, page.reason(refusal)));
        }
    }

    /** What the form has no field for, words about the report as a whole, stays. */
    private static NewFeedback command(
            ItemDetail.Report draft, ReportForm form, ReportInput input, List<ReportInput.KeptFile> kept) {
        NewFeedback typed = input.toCommand(draft.assignmentId(), form, kept);
        List<NewFeedback.Proof> proofs = new ArrayList<>(typed.evidence());
        draft.proofs().stream()
                .filter(proof -> proof.pointId() == null && proof.fileId() == null)
                .map(proof -> new NewFeedback.Proof(null, null, proof.words()))
                .forEach(proofs::add);
        return new NewFeedback(
                typed.assignmentIds(), typed.kind(), typed.body(), typed.forecast(), typed.helpNeeded(), proofs);
    }

    /** Only what is a draft, and only for those who may send it on. */
    private ItemDetail.Report draft(UUID feedbackId, Actor actor) {
        return queries.reports(feedbackId, actor).stream()
                .filter(report ->
                        report.state() == FeedbackState.DRAFT && !report.steps().isEmpty())
                .findFirst()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", feedbackId)));
    }

    private JteModel show(
            Page page,
            ItemDetail.Report draft,
            ReportForm form,
            ReportInput input,
            int version,
            @Nullable String refusal) {
        String action = "/ledger/feedback/" + draft.id() + "/draft";
        return templates.ledgerReport(
                page, view, form, input, BehalfInput.empty(), refusal, action, String.valueOf(version));
    }
}
