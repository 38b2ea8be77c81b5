package org.luoshi.ledger.guests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportOrigin;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs and reports for a unit without account through the ledger's own steps. */
@Service
@Transactional
public class GuestDeeds {

    private final GuestTasks tasks;
    private final AssignmentSteps steps;
    private final FeedbackService feedback;
    private final UnitVoice voice;

    GuestDeeds(GuestTasks tasks, AssignmentSteps steps, FeedbackService feedback, UnitVoice voice) {
        this.tasks = tasks;
        this.steps = steps;
        this.feedback = feedback;
        this.voice = voice;
    }

    /** Signs for receipt as the machine of parts has it: no objection, an objection, or a question. */
    public void sign(
            UUID voiceId,
            ReportWay way,
            UUID assignmentId,
            AssignmentStep step,
            @Nullable String words,
            GuestSigner by) {
        GuestTask task = tasks.require(assignmentId);
        if (step != AssignmentStep.SIGN && step != AssignmentStep.SIGN_AND_ASK && step != AssignmentStep.OBJECT) {
            throw GuestError.KIND_MISSING.with(Map.of("field", "step"));
        }
        if (step != AssignmentStep.SIGN && (words == null || words.isBlank())) {
            throw GuestError.WORDS_MISSING.with(Map.of("field", "words"));
        }
        if (words != null && words.length() > 4_000) {
            throw GuestError.TOO_LONG.plain();
        }
        Actor actor = voice.of(voiceId, way, by.name(), task.unitId());
        StepInput input = new StepInput(task.version(), words, null, null, null, null, null, List.of());
        steps.perform(assignmentId, step, input, actor);
    }

    /** Reports and signs off at once; the office accepts or returns it as any other. Sent twice with a key, it comes once. */
    public UUID report(
            UUID voiceId, ReportWay way, UUID assignmentId, GuestReport report, GuestSigner by, @Nullable String key) {
        GuestTask task = tasks.require(assignmentId);
        requireFit(task, report);
        Actor actor = voice.of(voiceId, way, by.name(), task.unitId());
        NewFeedback command = new NewFeedback(
                List.of(assignmentId),
                report.kind(),
                report.body(),
                report.forecast(),
                report.helpNeeded(),
                report.proofs());
        return feedback.handIn(command, new ReportOrigin(way, by.name(), by.telephone(), null, null), key, actor);
    }

    /** Whether the report of this form has come already: somebody pressed twice. */
    @Transactional(readOnly = true)
    public boolean isReported(UUID voiceId, @Nullable String key) {
        return key != null && feedback.isDrafted(key, voiceId);
    }

    private static void requireFit(GuestTask task, GuestReport report) {
        if (task.maySign()) {
            throw GuestError.SIGN_FIRST.plain();
        }
        boolean offered = switch (report.kind()) {
            case FIRST, PERIODIC, FINAL, ZERO -> true;
            case MILESTONE, SPECIAL -> false;
        };
        if (!offered) {
            throw GuestError.KIND_MISSING.with(Map.of("field", "kind"));
        }
        boolean proven = report.proofs().stream().anyMatch(proof -> proof.fileId() != null);
        if (report.kind() == FeedbackKind.FINAL && task.wantsFiles() && !proven) {
            throw GuestError.FILE_WANTED.plain();
        }
    }
}
