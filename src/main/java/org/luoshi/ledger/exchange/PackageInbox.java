package org.luoshi.ledger.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where packages come in: verified before anything of them is kept, shown before anything of them is taken. */
@Service
@Transactional
public class PackageInbox {

    private static final String ROW = """
            select r.id, r.kind, r.partner_id, p.name as partner, r.reply_to, r.title, r.created_at, r.received_at, r.brought_by, r.state,
                   r.decided_by, r.decided_at, r.reason, r.item_id
            from ledger.package_received r join ledger.partner p on p.id = r.partner_id
            """;

    private final PackageOpener opener;
    private final HandedParts parts;
    private final PackageReceipts receipts;
    private final AccessApi access;
    private final NoticesApi notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    PackageInbox(
            PackageOpener opener,
            HandedParts parts,
            PackageReceipts receipts,
            AccessApi access,
            NoticesApi notices,
            JdbcClient jdbc,
            Clock clock) {
        this.opener = opener;
        this.parts = parts;
        this.receipts = receipts;
        this.access = access;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Over the network. */
    public UUID receive(byte[] zip) {
        return receive(opener.open(zip), zip, null);
    }

    /** From a disk. */
    public UUID bring(byte[] zip, Actor actor) {
        Partners.requireOffice(actor);
        return receive(opener.open(zip), zip, actor.name());
    }

    private UUID receive(OpenedPackage opened, byte[] zip, @Nullable String broughtBy) {
        PackageManifest manifest = opened.manifest();
        PackageContent.Issue issue = opened.content().issue();
        switch (manifest.kind()) {
            case ISSUE -> {
                String title = issue == null ? manifest.title() : issue.title();
                keep(opened, title, zip, broughtBy);
                tell(opened, title, access.holders(Role.OFFICER));
            }
            case REPORT -> {
                HandedParts.HandedDown part = parts.handedDown(opened);
                keep(opened, part.title(), zip, broughtBy);
                became(manifest.id(), part.itemId(), null);
                tell(opened, part.title(), List.of(part.officerId()));
            }
            case RECEIPT -> {
                keep(opened, manifest.title(), zip, broughtBy);
                receipts.read(opened);
                decide(
                        manifest.id(),
                        ReceivedPackage.State.TAKEN,
                        manifest.from().name(),
                        null);
            }
        }
        return manifest.id();
    }

    /** "Only once" is the key of the table. */
    private void keep(OpenedPackage opened, String title, byte[] zip, @Nullable String broughtBy) {
        PackageManifest manifest = opened.manifest();
        int kept = jdbc.sql("""
                insert into ledger.package_received (id, kind, partner_id, reply_to, title, content, created_at, received_at, brought_by, state)
                values (:id, :kind, :partner, :reply, :title, :content, :created, :now, :by, 'WAITING') on conflict (id) do nothing
                """)
                .param("id", manifest.id())
                .param("kind", manifest.kind().name())
                .param("partner", opened.partner().id())
                .param("reply", manifest.inReplyTo())
                .param("title", title)
                .param("content", zip)
                .param("created", Sql.at(manifest.created()))
                .param("now", Sql.at(clock.instant()))
                .param("by", broughtBy)
                .update();
        if (kept == 0) {
            throw PackageError.REPLAYED.with(
                    Map.of("title", title, "name", opened.partner().name()));
        }
    }

    private void tell(OpenedPackage opened, String title, List<UUID> people) {
        PackageManifest manifest = opened.manifest();
        if (!people.isEmpty()) {
            notices.tell(new NewNotice(
                    people,
                    "ledger.packages.notice." + manifest.kind().name(),
                    Map.of("name", opened.partner().name(), "title", title),
                    "/ledger/exchange/received/" + manifest.id(),
                    manifest.id(),
                    "package"));
        }
    }

    @Transactional(readOnly = true)
    public List<ReceivedPackage> newest(int limit, Actor actor) {
        Partners.requireOffice(actor);
        return jdbc.sql(ROW + "order by r.state = 'WAITING' desc, r.received_at desc, r.id desc limit :limit")
                .param("limit", limit)
                .query(ReceivedPackage.class)
                .list();
    }

    @Transactional(readOnly = true)
    public ReceivedPackage require(UUID id, Actor actor) {
        Partners.requireOffice(actor);
        return jdbc.sql(ROW + "where r.id = :id")
                .param("id", id)
                .query(ReceivedPackage.class)
                .optional()
                .orElseThrow(PackageError.UNKNOWN::plain);
    }

    /** What stands in it, verified anew: a partner that was stopped meanwhile brings nothing in any more. */
    @Transactional(readOnly = true)
    public OpenedPackage open(UUID id, Actor actor) {
        require(id, actor);
        return opener.open(jdbc.sql("select content from ledger.package_received where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single());
    }

    /** What the same part of the partner's has become here before: sent again, it would make a second draft. */
    @Transactional(readOnly = true)
    public Optional<FromPartner> cameBefore(OpenedPackage opened, Actor actor) {
        Partners.requireOffice(actor);
        PackageContent.Issue issue = opened.content().issue();
        Partner partner = opened.partner();
        return issue == null
                ? Optional.empty()
                : parts.taken(partner.id(), issue.assignment())
                        .filter(before ->
                                !before.packageId().equals(opened.manifest().id()))
                        .map(before -> new FromPartner(
                                before.itemId(), parts.reference(before.itemId()), partner.name(), before.packageId()));
    }

    /** Locks a package that is still to be decided. */
    void requireWaiting(UUID id) {
        String state = jdbc.sql("select state from ledger.package_received where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(PackageError.UNKNOWN::plain);
        if (!state.equals("WAITING")) {
            throw PackageError.ALREADY_DECIDED.plain();
        }
    }

    void decide(UUID id, ReceivedPackage.State state, String by, @Nullable String reason) {
        jdbc.sql("""
                update ledger.package_received set state = :state, decided_by = :by, decided_at = :at, reason = :reason where id = :id
                """)
                .param("state", state.name())
                .param("by", by)
                .param("at", Sql.at(clock.instant()))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void became(UUID id, @Nullable UUID itemId, @Nullable UUID feedbackId) {
        jdbc.sql("update ledger.package_received set item_id = :item, feedback_id = :feedback where id = :id")
                .param("item", itemId)
                .param("feedback", feedbackId)
                .param("id", id)
                .update();
    }
}
