package org.luoshi.ledger.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes packages: parts handed down to partners, and accepted reports passed up to them. */
@Service
@Transactional
public class PackageMaking {

    private final HandedParts parts;
    private final Partners partners;
    private final PackageInbox inbox;
    private final PackageSealer sealer;
    private final PackageOutbox outbox;
    private final PackageDeliveries deliveries;
    private final FilesApi files;
    private final HistoryApi history;

    PackageMaking(
            HandedParts parts,
            Partners partners,
            PackageInbox inbox,
            PackageSealer sealer,
            PackageOutbox outbox,
            PackageDeliveries deliveries,
            FilesApi files,
            HistoryApi history) {
        this.parts = parts;
        this.partners = partners;
        this.inbox = inbox;
        this.sealer = sealer;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.files = files;
        this.history = history;
    }

    /**
     * The package in which a part is handed down.
     *
     * @param fresh it was made by this press; false where it was there already
     */
    public record Issued(UUID id, boolean fresh) {}

    /**
     * Hands a part down to the partner for which its unit stands; sent at once where the partner has an address. A part has one package at a time
     * (only once is a key of the table): whoever presses again gets the one that is there.
     *
     * @param replaces the package that is to be replaced on purpose; null for the first one
     */
    public Issued issue(UUID assignmentId, @Nullable UUID replaces, Actor actor) {
        requireOfficer(actor);
        HandedParts.OurPart part = parts.find(assignmentId).orElseThrow(PackageError.UNKNOWN::plain);
        if (!part.underWay()) {
            throw PackageError.NOT_WITH_UNIT.plain();
        }
        Partner partner = partners.ofUnit(part.unitId()).orElseThrow(PackageError.NO_PARTNER::plain);
        Optional<SentPackage> there = outbox.standing(assignmentId);
        if (there.isPresent() && !there.get().id().equals(replaces)) {
            return new Issued(there.get().id(), false);
        }
        Map<UUID, PackageSealer.Enclosed> enclosed = enclose(parts.sourceFiles(part.sourceId()));
        PackageContent content = new PackageContent(
                parts.issue(
                        part,
                        enclosed.values().stream()
                                .map(PackageSealer.Enclosed::path)
                                .toList()),
                null,
                null);
        PackageSealer.Sealed sealed = sealer.seal(partner, part.title(), null, content, List.copyOf(enclosed.values()));
        there.ifPresent(before -> outbox.replace(before.id()));
        UUID before = there.map(SentPackage::id).orElse(null);
        if (!outbox.keep(
                sealed, partner, new PackageOutbox.About(null, part.itemId(), part.id(), null, before), actor)) {
            return new Issued(outbox.standing(assignmentId).orElseThrow().id(), false);
        }
        return new Issued(made(sealed, partner, part.itemId(), before == null ? "issued" : "reissued", actor), true);
    }

    /** Which partner has handed an item down; refused where none has. */
    @Transactional(readOnly = true)
    public FromPartner fromPartner(UUID itemId) {
        HandedParts.Handed from = parts.fromPartner(itemId).orElseThrow(PackageError.NOT_FROM_PARTNER::plain);
        return new FromPartner(
                itemId,
                parts.reference(itemId),
                partners.require(from.partnerId()).name(),
                from.packageId());
    }

    /** The reports on an item that were accepted here, newest first. */
    @Transactional(readOnly = true)
    public List<UpwardReport> accepted(UUID itemId, Actor actor) {
        requireOfficer(actor);
        return parts.accepted(itemId);
    }

    /**
     * An accepted report as it goes up.
     *
     * @param body as the office words it; the evidence goes along as it is
     */
    public record Upward(
            UUID feedbackId,
            FeedbackKind kind,
            String body,
            @Nullable LocalDate forecast,
            @Nullable String helpNeeded) {}

    /** Passes an accepted report up to the partner that handed the item down. Once for each report. */
    public UUID report(UUID itemId, Upward upward, Actor actor) {
        requireOfficer(actor);
        HandedParts.Handed from = parts.fromPartner(itemId).orElseThrow(PackageError.NOT_FROM_PARTNER::plain);
        UpwardReport accepted = parts.accepted(itemId).stream()
                .filter(one -> one.id().equals(upward.feedbackId()))
                .findFirst()
                .orElseThrow(PackageError.NOT_ACCEPTED::plain);
        if (accepted.passedUp()) {
            throw PackageError.ALREADY_REPORTED.plain();
        }
        if (upward.body().isBlank()) {
            throw PackageError.WORDS_MISSING.plain();
        }
        Partner partner = partners.require(from.partnerId());
        OpenedPackage asked = inbox.open(from.packageId(), actor);
        List<HandedParts.Evidence> evidence = parts.evidence(upward.feedbackId());
        Map<UUID, PackageSealer.Enclosed> enclosed = enclose(evidence.stream()
                .map(HandedParts.Evidence::fileId)
                .filter(id -> id != null)
                .distinct()
                .toList());
        PackageContent content = new PackageContent(
                null,
                new PackageContent.Report(
                        from.assignmentId(),
                        upward.kind(),
                        upward.body().strip(),
                        upward.forecast(),
                        upward.helpNeeded(),
                        actor.name(),
                        proofs(evidence, enclosed, asked)),
                null);
        content.requireFit();
        PackageSealer.Sealed sealed = sealer.seal(
                partner, asked.manifest().title(), from.packageId(), content, List.copyOf(enclosed.values()));
        PackageOutbox.About about = new PackageOutbox.About(from.packageId(), itemId, null, upward.feedbackId(), null);
        if (!outbox.keep(sealed, partner, about, actor)) {
            throw PackageError.ALREADY_REPORTED.plain();
        }
        return made(sealed, partner, itemId, "reported", actor);
    }

    /** A point is the same there as here where its text is the same. */
    private static List<PackageContent.Proof> proofs(
            List<HandedParts.Evidence> evidence, Map<UUID, PackageSealer.Enclosed> enclosed, OpenedPackage asked) {
        Map<String, UUID> points = new LinkedHashMap<>();
        PackageContent.Issue issue = asked.content().issue();
        if (issue != null) {
            issue.points().forEach(point -> points.putIfAbsent(point.text().strip(), point.id()));
        }
        List<PackageContent.Proof> proofs = new ArrayList<>();
        for (HandedParts.Evidence one : evidence) {
            UUID point =
                    one.pointText() == null ? null : points.get(one.pointText().strip());
            PackageSealer.Enclosed file = one.fileId() == null ? null : enclosed.get(one.fileId());
            proofs.add(new PackageContent.Proof(point, file == null ? null : file.path(), one.words()));
        }
        return proofs;
    }

    private UUID made(PackageSealer.Sealed sealed, Partner partner, UUID itemId, String action, Actor actor) {
        history.record(
                new HistoryFact(itemId, "ledger.package", sealed.id(), action, Map.of("name", partner.name()), null),
                actor);
        if (partner.address() != null) {
            deliveries.start(sealed.id(), sealed.title(), actor);
        }
        return sealed.id();
    }

    private Map<UUID, PackageSealer.Enclosed> enclose(Collection<UUID> ids) {
        Map<UUID, StoredFile> stored = files.find(ids);
        long all = stored.values().stream().mapToLong(StoredFile::size).sum();
        if (all > PackageZip.LARGEST) {
            throw PackageZip.tooLarge();
        }
        Map<UUID, PackageSealer.Enclosed> enclosed = new LinkedHashMap<>();
        for (UUID id : ids) {
            StoredFile file = stored.get(id);
            if (file != null) {
                enclosed.put(id, new PackageSealer.Enclosed("files/" + (enclosed.size() + 1), file.name(), bytes(id)));
            }
        }
        return enclosed;
    }

    private byte[] bytes(UUID id) {
        try (InputStream in = files.open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.has(Role.OFFICER)) {
            throw PackageError.NOT_YOURS.plain();
        }
    }
}
