package org.luoshi.ledger.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to packages: what we make of theirs, and what they made of ours. */
@Component
class PackageReceipts {

    private final PackageSealer sealer;
    private final PackageOutbox outbox;
    private final PackageDeliveries deliveries;
    private final HandedParts parts;
    private final AssignmentSteps steps;
    private final UnitVoice voice;
    private final HistoryApi history;
    private final JdbcClient jdbc;

    PackageReceipts(
            PackageSealer sealer,
            PackageOutbox outbox,
            PackageDeliveries deliveries,
            HandedParts parts,
            AssignmentSteps steps,
            UnitVoice voice,
            HistoryApi history,
            JdbcClient jdbc) {
        this.sealer = sealer;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.parts = parts;
        this.steps = steps;
        this.voice = voice;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Goes back by itself over the network, or waits to be fetched for disk. */
    void give(ReceivedPackage received, Partner partner, boolean taken, @Nullable String reason, Actor actor) {
        PackageContent content =
                new PackageContent(null, null, new PackageContent.Receipt(taken, actor.name(), reason));
        PackageSealer.Sealed sealed = sealer.seal(partner, received.title(), received.id(), content, List.of());
        outbox.keep(sealed, partner, new PackageOutbox.About(received.id(), null, null, null, null), actor);
        if (partner.address() != null) {
            deliveries.start(sealed.id(), sealed.title(), actor);
        }
    }

    private record Answered(UUID itemId, UUID assignmentId) {}

    /** A part that was taken over there counts as signed for. */
    void read(OpenedPackage opened) {
        PackageContent.Receipt receipt = opened.content().receipt();
        UUID replyTo = opened.manifest().inReplyTo();
        if (receipt == null || replyTo == null || !outbox.answered(replyTo, opened.partner(), receipt)) {
            throw PackageError.UNKNOWN_REPLY.plain();
        }
        jdbc.sql("select item_id, assignment_id from ledger.package_sent where id = :id and kind = 'ISSUE'")
                .param("id", replyTo)
                .query(Answered.class)
                .optional()
                .ifPresent(issued -> answered(opened, receipt, issued));
    }

    private void answered(OpenedPackage opened, PackageContent.Receipt receipt, Answered issued) {
        HandedParts.OurPart part = parts.find(issued.assignmentId()).orElseThrow(PackageError.UNKNOWN_PART::plain);
        Actor actor = voice.of(opened.manifest().id(), ReportWay.PACKAGE, receipt.by(), part.unitId());
        Map<String, Object> details =
                new HashMap<>(Map.of("name", opened.partner().name()));
        history.record(
                new HistoryFact(
                        issued.itemId(),
                        "ledger.package",
                        opened.manifest().id(),
                        receipt.taken() ? "taken" : "declined",
                        details,
                        receipt.reason()),
                actor);
        if (receipt.taken()) {
            sign(part, actor);
        }
    }

    /** Where it is not to be signed for any more nothing happens. */
    void sign(HandedParts.OurPart part, Actor actor) {
        if (part.isToSign()) {
            steps.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
        }
    }
}
