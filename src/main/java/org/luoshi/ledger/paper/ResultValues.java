package org.luoshi.ledger.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDetail.Proof;
import org.luoshi.ledger.core.ItemDetail.Report;
import org.luoshi.ledger.core.TargetState;
import org.luoshi.ledger.web.LedgerView;
import org.luoshi.platform.Page;
import org.springframework.stereotype.Component;

/** What the result sheet says to the leader who asked: each point with its proof, the accepted reports, the limits and their moves. */
@Component
class ResultValues {

    private final PaperValues common;
    private final PaperFacts facts;
    private final LedgerView view;
    private final HistoryApi history;

    ResultValues(PaperValues common, PaperFacts facts, LedgerView view, HistoryApi history) {
        this.common = common;
        this.facts = facts;
        this.view = view;
        this.history = history;
    }

    /** 督查结果呈报单. */
    Map<String, Object> of(Page page, ItemDetail detail) {
        Map<String, Object> values = common.ofItem(page, LedgerPaper.RESULT, detail);
        List<Report> accepted = detail.reports().stream()
                .filter(report -> report.target() == TargetState.ACCEPTED)
                .sorted(java.util.Comparator.comparing(
                        Report::submittedAt, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .toList();
        values.put("due", limit(page, detail));
        values.put("finished", finished(page, accepted));
        values.put("notices", notices(page, detail));
        values.put("points", points(page, detail, accepted));
        values.put("reports", reports(page, detail, accepted));
        values.put("extensions", extensions(page, detail));
        values.put("opinion", opinion(detail));
        values.put("words", words(page, detail));
        return values;
    }

    /** The limit that counts, and the first one where it was moved. */
    private String limit(Page page, ItemDetail detail) {
        Instant due = detail.item().due();
        Instant original = detail.item().originalDue();
        if (due == null) {
            return view.due(page, detail.item());
        }
        String text = PaperWords.due(page, due);
        return original == null || original.equals(due)
                ? text
                : text + page.t("ledger.paper.original", "day", PaperWords.due(page, original));
    }

    private static String finished(Page page, List<Report> accepted) {
        return PaperWords.orNone(
                page,
                accepted.stream()
                        .filter(report -> report.kind() == FeedbackKind.FINAL)
                        .map(report -> page.t(
                                "ledger.paper.finished",
                                "unit",
                                report.unit(),
                                "day",
                                PaperWords.day(page, report.submittedAt())))
                        .collect(Collectors.joining("\n")));
    }

    private String notices(Page page, ItemDetail detail) {
        List<ItemDetail.Notice> oldestFirst = new ArrayList<>(detail.notices());
        java.util.Collections.reverse(oldestFirst);
        return PaperWords.orNone(
                page,
                oldestFirst.stream()
                        .map(notice -> page.t(
                                "ledger.paper.notice-line",
                                "day",
                                PaperWords.day(page, notice.issuedAt()),
                                "unit",
                                notice.unit(),
                                "level",
                                view.level(page, notice.look())))
                        .collect(Collectors.joining("\n")));
    }

    private static List<Map<String, String>> points(Page page, ItemDetail detail, List<Report> accepted) {
        List<Map<String, String>> points = new ArrayList<>();
        for (ItemDetail.Point point : detail.points()) {
            points.add(Map.of(
                    "number",
                    String.valueOf(points.size() + 1),
                    "text",
                    point.text(),
                    "proof",
                    point.waived() == null
                            ? proof(page, point, accepted)
                            : page.t("ledger.paper.waived", "reason", point.waived())));
        }
        return points;
    }

    private static String proof(Page page, ItemDetail.Point point, List<Report> accepted) {
        Set<String> proofs = new LinkedHashSet<>();
        for (Report report : accepted) {
            for (Proof proof : report.proofs()) {
                if (point.id().equals(proof.pointId())) {
                    proofs.add(page.t("ledger.paper.proof", "unit", report.unit(), "proof", said(page, proof)));
                }
            }
        }
        return proofs.isEmpty() ? page.t("ledger.paper.unproven") : String.join("\n", proofs);
    }

    private static String said(Page page, Proof proof) {
        String words = Objects.requireNonNullElse(proof.words(), "");
        String file = proof.fileName() == null ? "" : page.t("ledger.paper.file", "name", proof.fileName());
        return words + file;
    }

    private List<Map<String, String>> reports(Page page, ItemDetail detail, List<Report> accepted) {
        return accepted.stream()
                .map(report -> Map.of(
                        "unit", unitName(detail, report),
                        "report",
                                page.t(
                                        "ledger.paper.report",
                                        "kind",
                                        page.t("ledger.feedback-kind", report.kind()),
                                        "number",
                                        report.number(),
                                        "day",
                                        PaperWords.day(page, report.submittedAt())),
                        "body", report.body()))
                .toList();
    }

    private String unitName(ItemDetail detail, Report report) {
        return detail.units().stream()
                .filter(unit -> unit.id().equals(report.assignmentId()))
                .findFirst()
                .map(unit -> facts.name(unit.unitId()))
                .orElse(report.unit());
    }

    private static List<Map<String, String>> extensions(Page page, ItemDetail detail) {
        return detail.dates().stream()
                .filter(change -> change.before() != null && change.after() != null)
                .map(change -> Map.of(
                        "unit",
                        Objects.requireNonNullElse(change.unit(), page.t("ledger.paper.whole-item")),
                        "before",
                        PaperWords.due(page, change.before()),
                        "after",
                        PaperWords.due(page, change.after()),
                        "reason",
                        page.t(
                                "ledger.paper.extension-reason",
                                "reason",
                                PaperWords.orNone(page, change.reason()),
                                "person",
                                change.decidedBy(),
                                "day",
                                PaperWords.day(page, change.changedAt()))))
                .toList();
    }

    /** What the officer wrote when proposing to close; blank where nobody has. */
    private String opinion(ItemDetail detail) {
        return history.of(detail.item().id(), 500).stream()
                .filter(line -> line.subjectKind().equals("ledger.item")
                        && line.action().equals("propose_close"))
                .map(HistoryLine::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String words(Page page, ItemDetail detail) {
        return detail.leaderWords().stream()
                .map(word -> page.t(word.agreed() ? "ledger.word.agreed" : "ledger.word.instructed")
                        + (word.words() == null ? "" : "：" + word.words())
                        + "\n"
                        + page.t(
                                "ledger.paper.said-by",
                                "person",
                                word.person(),
                                "day",
                                PaperWords.day(page, word.saidAt())))
                .collect(Collectors.joining("\n"));
    }
}
