package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registering sources, triage, and cutting their text into clauses. */
@Service
@Transactional
public class SourceService {

    private final Sources sources;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Once once;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    SourceService(
            Sources sources,
            OrganizationApi organization,
            HistoryApi history,
            Once once,
            Attachments attachments,
            JdbcClient jdbc,
            Clock clock) {
        this.sources = sources;
        this.organization = organization;
        this.history = history;
        this.once = once;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Registers a source. The same key from the same person answers with the source of the first time. */
    public UUID register(NewSource command, @Nullable String idempotencyKey, Actor actor) {
        return once.create("source", idempotencyKey, actor, () -> register(command, actor));
    }

    public UUID register(NewSource command, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        requireKind(command.kind());
        attachments.require(command.fileIds(), List.of(), actor);
        Source source = new Source();
        source.id = TimeOrderedIds.next(clock);
        source.kind = command.kind();
        source.title = command.title().strip();
        source.number = command.number();
        source.issuedOn = command.issuedOn();
        source.leaderPostId = command.leaderPostId();
        source.leaderName = leaderName(command.leaderPostId());
        source.body = command.body().strip();
        source.triage = Triage.OPEN;
        source.officerId = actor.personId();
        source.unitId = actor.seats().get(0).unitId();
        source.registeredAt = clock.instant();
        source.folded =
                Fold.text(source.title + " " + (source.number == null ? "" : source.number) + " " + source.body);
        sources.save(source);
        command.fileIds().forEach(file -> attach(source.id, file));
        note(source, "source", source.id, "registered", Map.of("title", source.title), null, actor);
        return source.id;
    }

    public void perform(UUID sourceId, SourceStep step, StepInput input, Actor actor) {
        Source source = source(sourceId);
        if (!Permissions.hasOfficeRole(step, actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        requireVersion(source, input.version());
        input.require(step);
        if (!step.isAllowedFrom(source.triage)) {
            throw LedgerError.ALREADY_TRIAGED.with(Map.of("triage", source.triage.name()));
        }
        if (step == SourceStep.CONFIRM_READ_ONLY && source.officerId.equals(actor.personId())) {
            throw LedgerError.SECOND_PERSON_NEEDED.plain();
        }
        source.triage = step.after(source.triage);
        switch (step) {
            case PROPOSE_READ_ONLY -> source.triageReason = input.reason();
            case CONFIRM_READ_ONLY -> source.answeredAt = clock.instant();
            case SUPERVISE, REFUSE_READ_ONLY -> {}
        }
        sources.save(source);
        note(
                source,
                "source",
                source.id,
                step.name().toLowerCase(java.util.Locale.ROOT),
                Map.of(),
                input.words(),
                actor);
    }

    /**
     * Marks a part of the text as a clause.
     *
     * @param start first character, counted in code points from 0
     * @param end behind the last character
     */
    public UUID addClause(UUID sourceId, int start, int end, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        Source source = source(sourceId);
        int length = source.body.codePointCount(0, source.body.length());
        if (start < 0 || end > length || start >= end) {
            throw LedgerError.CLAUSE_OUTSIDE.plain();
        }
        boolean overlaps = jdbc.sql("""
                select exists (select 1 from ledger.clause where source_id = :id and start_at < :end and end_at > :start)
                """)
                .param("id", sourceId)
                .param("start", start)
                .param("end", end)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw LedgerError.CLAUSE_OVERLAPS.plain();
        }
        UUID id = insertClause(source, start, end);
        note(source, "clause", id, "marked", Map.of("text", text(source.body, start, end)), null, actor);
        return id;
    }

    /** Cuts what is not yet marked at the ends of sentences and lines; the officer then joins or drops. */
    public int cutBySentences(UUID sourceId, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        Source source = source(sourceId);
        List<ClauseCutter.Span> taken = jdbc.sql(
                        "select start_at, end_at from ledger.clause where source_id = :id order by start_at")
                .param("id", sourceId)
                .query((row, n) -> new ClauseCutter.Span(row.getInt("start_at"), row.getInt("end_at")))
                .list();
        List<ClauseCutter.Span> cuts = new ArrayList<>(ClauseCutter.cut(source.body, taken));
        cuts.forEach(cut -> insertClause(source, cut.start(), cut.end()));
        if (!cuts.isEmpty()) {
            note(source, "source", source.id, "cut", Map.of("count", cuts.size()), null, actor);
        }
        return cuts.size();
    }

    /** Removes a mark that nothing hangs on yet. */
    public void removeClause(UUID clauseId, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        ClauseRow clause = clause(clauseId);
        if (!clause.cover().equals("OPEN")) {
            throw LedgerError.CLAUSE_IN_USE.plain();
        }
        jdbc.sql("delete from ledger.clause where id = :id")
                .param("id", clauseId)
                .update();
        note(source(clause.sourceId()), "clause", clauseId, "unmarked", Map.of("text", clause.text()), null, actor);
    }

    /** The clause is answered by an item that exists already. */
    public void coverBy(UUID clauseId, UUID itemId, String itemReference, Actor actor) {
        cover(clauseId, "COVERED", itemId, null, "covered", Map.of("item", itemReference), actor);
    }

    /** The clause asks for nothing; the reason is kept. */
    public void needsNone(UUID clauseId, String reason, Actor actor) {
        cover(clauseId, "NONE", null, reason, "needs-none", Map.of(), actor);
    }

    /** Undoes "covered by" or "needs none". */
    public void uncover(UUID clauseId, Actor actor) {
        cover(clauseId, "OPEN", null, null, "uncovered", Map.of(), actor);
    }

    private void cover(
            UUID clauseId,
            String cover,
            @Nullable UUID itemId,
            @Nullable String reason,
            String action,
            Map<String, Object> details,
            Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        ClauseRow clause = clause(clauseId);
        if (clause.cover().equals("ITEM")) {
            throw LedgerError.CLAUSE_IN_USE.plain();
        }
        jdbc.sql("update ledger.clause set cover = :cover, item_id = :item, reason = :reason where id = :id")
                .param("cover", cover)
                .param("item", itemId)
                .param("reason", reason)
                .param("id", clauseId)
                .update();
        Map<String, Object> all = new java.util.HashMap<>(details);
        all.put("text", clause.text());
        note(source(clause.sourceId()), "clause", clauseId, action, all, reason, actor);
    }

    private UUID insertClause(Source source, int start, int end) {
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into ledger.clause (id, source_id, start_at, end_at, text, cover)
                values (:id, :source, :start, :end, :text, 'OPEN')
                """)
                .param("id", id)
                .param("source", source.id)
                .param("start", start)
                .param("end", end)
                .param("text", text(source.body, start, end))
                .update();
        return id;
    }

    static String text(String body, int start, int end) {
        return body.substring(body.offsetByCodePoints(0, start), body.offsetByCodePoints(0, end));
    }

    private void attach(UUID sourceId, UUID fileId) {
        jdbc.sql("insert into ledger.source_file (source_id, file_id) values (:source, :file)")
                .param("source", sourceId)
                .param("file", fileId)
                .update();
    }

    private record ClauseRow(UUID sourceId, String text, String cover) {}

    private ClauseRow clause(UUID id) {
        return jdbc.sql("select source_id, text, cover from ledger.clause where id = :id for update")
                .param("id", id)
                .query(ClauseRow.class)
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }

    private Source source(UUID id) {
        return sources.findById(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }

    private void requireKind(String kind) {
        boolean known = jdbc.sql("select exists (select 1 from ledger.source_kind where code = :code and active)")
                .param("code", kind)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw LedgerError.UNKNOWN_KIND.with(Map.of("kind", kind));
        }
    }

    private @Nullable String leaderName(@Nullable UUID postId) {
        if (postId == null) {
            return null;
        }
        Post post =
                organization.post(postId).orElseThrow(() -> LedgerError.UNKNOWN_PERSON.with(Map.of("person", postId)));
        var today = java.time.LocalDate.now(clock);
        return organization.holdersOf(List.of(postId), today).stream()
                .findFirst()
                .flatMap(holding -> organization.person(holding.personId()))
                .map(Person::name)
                .orElse(post.title());
    }

    private static void requireVersion(Source source, int seen) {
        if (source.version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", source.version));
        }
    }

    private void note(
            Source source,
            String subject,
            UUID subjectId,
            String action,
            Map<String, Object> details,
            @Nullable String reason,
            Actor actor) {
        history.record(new HistoryFact(source.id, "ledger." + subject, subjectId, action, details, reason), actor);
    }
}
