package org.luoshi.ledger.paper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewSource;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;

/** Lets items be filed, issued, signed and answered in a line each. */
final class Desk {

    private final SourceService sources;
    private final ItemDrafting drafting;
    private final ItemSteps steps;
    private final AssignmentSteps parts;
    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final ItemQueries queries;
    private final FilesApi files;

    Desk(
            SourceService sources,
            ItemDrafting drafting,
            ItemSteps steps,
            AssignmentSteps parts,
            FeedbackService feedback,
            FeedbackReview review,
            ItemQueries queries,
            FilesApi files) {
        this.sources = sources;
        this.drafting = drafting;
        this.steps = steps;
        this.parts = parts;
        this.feedback = feedback;
        this.review = review;
        this.queries = queries;
        this.files = files;
    }

    /** Two points, a lead and a co-unit, filed and issued. */
    UUID issued(InventedOffice office, String title, @Nullable LocalDate due) {
        UUID sourceId = sources.register(
                new NewSource(
                        "INSTRUCTION",
                        "关于农村公路灾毁修复的批示",
                        "云办〔2026〕12号",
                        LocalDate.of(2026, 2, 27),
                        office.leaderPost,
                        "请抓紧修复灾毁路段，确保春耕前通行。",
                        List.of()),
                office.officer());
        sources.perform(sourceId, SourceStep.SUPERVISE, StepInput.of(1), office.officer());
        UUID id = drafting.draft(
                new DraftItem(
                        title,
                        sourceId,
                        List.of(),
                        List.of("三月底前修复灾毁路段12处，恢复通行", "建立雨季巡查制度，逐处明确责任人"),
                        due == null ? "GENERAL" : null,
                        due,
                        Cycle.WEEKLY,
                        5,
                        office.roads.id(),
                        List.of(new DraftItem.CoUnit(office.finance.id(), "保障灾毁修复资金", null)),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        step(id, ItemStep.SUBMIT, null, office.officer());
        step(id, ItemStep.APPROVE, null, office.director());
        step(id, ItemStep.ISSUE, null, office.officer());
        return id;
    }

    void signed(UUID id, InventedOffice office) {
        sign(id, "道路养护局", office.roadsLiaison());
        sign(id, "财务保障局", office.financeLiaison());
    }

    void sign(UUID id, String unit, Actor liaison) {
        parts.perform(
                part(id, unit, liaison).id(),
                AssignmentStep.SIGN,
                StepInput.of(part(id, unit, liaison).version()),
                liaison);
    }

    /** Everything answered, proven and accepted; closing proposed. */
    void answered(UUID id, InventedOffice office) {
        List<UUID> points = detail(id, office.officer()).points().stream()
                .map(ItemDetail.Point::id)
                .toList();
        accepted(
                id,
                "道路养护局",
                "12处灾毁路段已全部修复通车，巡查制度已印发。",
                List.of(
                        new NewFeedback.Proof(points.get(0), file("验收单.txt", office), "3月20日现场验收，12处均恢复通行"),
                        new NewFeedback.Proof(points.get(1), file("雨季巡查制度.txt", office), "印发《雨季巡查制度》，明确责任人12名")),
                office.roadsLiaison(),
                office.roadsHead(),
                office);
        accepted(id, "财务保障局", "修复资金320万元已拨付到位。", List.of(), office.financeLiaison(), office.financeHead(), office);
        step(id, ItemStep.PROPOSE_CLOSE, "各项要求均已落实，佐证齐全，建议办结。", office.officer());
    }

    private UUID file(String name, InventedOffice office) {
        return files.store(name, "内容见附件。".getBytes(StandardCharsets.UTF_8), office.roadsLiaison())
                .id();
    }

    private void accepted(
            UUID id,
            String unit,
            String body,
            List<NewFeedback.Proof> proofs,
            Actor liaison,
            Actor head,
            InventedOffice office) {
        review.decide(
                reported(id, unit, body, proofs, liaison, head),
                part(id, unit, liaison).id(),
                FeedbackStep.ACCEPT,
                StepInput.of(0),
                office.officer());
    }

    UUID reported(UUID id, String unit, String body, List<NewFeedback.Proof> proofs, Actor liaison, Actor head) {
        UUID report = feedback.draft(
                new NewFeedback(List.of(part(id, unit, liaison).id()), FeedbackKind.FINAL, body, null, null, proofs),
                liaison);
        feedback.perform(report, FeedbackStep.SEND_TO_HEAD, StepInput.of(1), liaison);
        feedback.perform(report, FeedbackStep.SIGN_OFF, StepInput.of(2), head);
        return report;
    }

    void step(UUID id, ItemStep step, @Nullable String words, Actor actor) {
        int version = detail(id, actor).item().version();
        steps.perform(id, step, words == null ? StepInput.of(version) : StepInput.of(version, words), actor);
    }

    ItemDetail detail(UUID id, Actor actor) {
        return queries.detail(id, Locale.SIMPLIFIED_CHINESE, actor);
    }

    ItemDetail.UnitPart part(UUID id, String unit, Actor actor) {
        return detail(id, actor).units().stream()
                .filter(part -> part.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
