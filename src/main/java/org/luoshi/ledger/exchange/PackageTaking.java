package org.luoshi.ledger.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewSource;
import org.luoshi.ledger.core.ReportOrigin;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer makes of a package that came in: a source with a draft, a report on a part of ours, or nothing, with the reason. */
@Service
@Transactional
public class PackageTaking {

    private final PackageInbox inbox;
    private final PackageReceipts receipts;
    private final Partners partners;
    private final HandedParts parts;
    private final SourceService sources;
    private final ItemDrafting drafting;
    private final FeedbackService feedback;
    private final UnitVoice voice;
    private final FilesApi files;
    private final HistoryApi history;
    private final JdbcClient jdbc;

    PackageTaking(
            PackageInbox inbox,
            PackageReceipts receipts,
            Partners partners,
            HandedParts parts,
            SourceService sources,
            ItemDrafting drafting,
            FeedbackService feedback,
            UnitVoice voice,
            FilesApi files,
            HistoryApi history,
            JdbcClient jdbc) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.partners = partners;
        this.parts = parts;
        this.sources = sources;
        this.drafting = drafting;
        this.feedback = feedback;
        this.voice = voice;
        this.files = files;
        this.history = history;
        this.jdbc = jdbc;
    }

    /**
     * Takes it, and a receipt goes back.
     *
     * @param sourceKind of the source that an item from above becomes
     * @return the item it is about here
     */
    public UUID take(UUID packageId, String sourceKind, Actor actor) {
        requireOfficer(actor);
        inbox.requireWaiting(packageId);
        OpenedPackage opened = inbox.open(packageId, actor);
        PackageContent.Issue issue = opened.content().issue();
        PackageContent.Report report = opened.content().report();
        UUID itemId;
        if (issue != null) {
            itemId = draft(opened, issue, sourceKind, actor);
            inbox.became(packageId, itemId, null);
        } else if (report != null) {
            itemId = report(opened, report, actor);
        } else {
            throw PackageError.CONTENT_WRONG.plain();
        }
        inbox.decide(packageId, ReceivedPackage.State.TAKEN, actor.name(), null);
        receipts.give(inbox.require(packageId, actor), opened.partner(), true, null, actor);
        return itemId;
    }

    /** Sends it back with the reason. Also what cannot be opened any more; to a partner that was stopped nothing leaves. */
    public void decline(UUID packageId, String reason, Actor actor) {
        requireOfficer(actor);
        if (reason.isBlank() || reason.length() > 4_000) {
            throw PackageError.REASON_MISSING.plain();
        }
        inbox.requireWaiting(packageId);
        ReceivedPackage received = inbox.require(packageId, actor);
        inbox.decide(packageId, ReceivedPackage.State.DECLINED, actor.name(), reason.strip());
        Partner partner = partners.require(received.partnerId());
        if (partner.active()) {
            receipts.give(received, partner, false, reason.strip(), actor);
        }
    }

    private UUID draft(OpenedPackage opened, PackageContent.Issue issue, String sourceKind, Actor actor) {
        Partner partner = opened.partner();
        List<UUID> fileIds =
                issue.files().stream().map(path -> store(opened, path, actor)).toList();
        UUID sourceId = sources.register(
                new NewSource(
                        sourceKind,
                        shortened(partner.name() + "：" + issue.title(), PaperToFile.LONGEST_TITLE),
                        issue.number(),
                        null,
                        null,
                        body(issue),
                        fileIds),
                actor);
        sources.perform(sourceId, SourceStep.SUPERVISE, StepInput.of(1), actor);
        UUID itemId = drafting.draft(
                new DraftItem(
                        issue.title(),
                        sourceId,
                        List.of(),
                        issue.points().stream().map(PackageContent.Point::text).toList(),
                        null,
                        issue.due(),
                        issue.cycle(),
                        issue.cycleDay(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null),
                null,
                actor);
        jdbc.sql("""
                insert into ledger.partner_item (item_id, partner_id, package_id, assignment_id)
                values (:item, :partner, :package, :assignment)
                on conflict (partner_id, assignment_id) do update set item_id = excluded.item_id, package_id = excluded.package_id
                """)
                .param("item", itemId)
                .param("partner", partner.id())
                .param("package", opened.manifest().id())
                .param("assignment", issue.assignment())
                .update();
        note(itemId, opened, "drafted", actor);
        return itemId;
    }

    private static String body(PackageContent.Issue issue) {
        List<String> lines = new ArrayList<>(List.of(issue.title()));
        issue.points().forEach(point -> lines.add(point.text()));
        String duty = issue.duty();
        if (duty != null) {
            lines.add(duty);
        }
        return String.join("\n", lines);
    }

    private static String shortened(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private UUID report(OpenedPackage opened, PackageContent.Report report, Actor officer) {
        parts.handedDown(opened);
        UUID packageId = opened.manifest().id();
        HandedParts.OurPart part = parts.find(report.assignment()).orElseThrow(PackageError.UNKNOWN_PART::plain);
        Actor actor = voice.of(packageId, ReportWay.PACKAGE, report.signer(), part.unitId());
        receipts.sign(part, actor);
        Map<String, UUID> stored = new LinkedHashMap<>();
        List<NewFeedback.Proof> proofs = new ArrayList<>();
        for (PackageContent.Proof proof : report.evidence()) {
            String path = proof.file();
            UUID fileId = path == null ? null : stored.computeIfAbsent(path, one -> store(opened, one, actor));
            proofs.add(new NewFeedback.Proof(proof.point(), fileId, proof.words()));
        }
        LocalDate forecast = report.forecast();
        UUID feedbackId = feedback.handIn(
                new NewFeedback(
                        List.of(part.id()), report.kind(), report.body(), forecast, report.helpNeeded(), proofs),
                new ReportOrigin(
                        ReportWay.PACKAGE,
                        report.signer(),
                        null,
                        null,
                        opened.partner().name()),
                null,
                actor);
        inbox.became(packageId, part.itemId(), feedbackId);
        note(part.itemId(), opened, "report-taken", officer);
        return part.itemId();
    }

    private UUID store(OpenedPackage opened, String path, Actor actor) {
        return files.store(opened.nameOf(path), opened.bytesOf(path), actor).id();
    }

    private void note(UUID itemId, OpenedPackage opened, String action, Actor actor) {
        Map<String, Object> details = Map.of("name", opened.partner().name());
        history.record(
                new HistoryFact(itemId, "ledger.package", opened.manifest().id(), action, details, null), actor);
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.has(Role.OFFICER)) {
            throw PackageError.NOT_YOURS.plain();
        }
    }
}
