package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.PaperToFile.ExistingItem;
import org.luoshi.ledger.PaperToFile.NeedsNone;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clauses of a paper, marked all at once. */
@Component
class PaperClauses {

    private final Ledger ledger;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperClauses(Ledger ledger, HistoryApi history, JdbcClient jdbc, Clock clock) {
        this.ledger = ledger;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A clause as it is stored. */
    private record Marked(UUID id, int start, int end, String text, PaperToFile.Cover cover) {

        String code() {
            return cover instanceof ExistingItem ? "COVERED" : cover instanceof NeedsNone ? "NONE" : "OPEN";
        }

        @Nullable
        UUID itemId() {
            return cover instanceof ExistingItem existing ? existing.itemId() : null;
        }

        @Nullable
        String reason() {
            return cover instanceof NeedsNone none ? none.reason().strip() : null;
        }
    }

    /** The ids, in the order given. Those that a new item shall answer stay open until it is drafted. */
    List<UUID> mark(Source source, PaperToFile paper, Actor actor) {
        List<Marked> marked = marked(source, paper);
        requireApart(marked);
        Map<UUID, String> references = references(marked, actor);
        insert(source, marked);
        if (!marked.isEmpty()) {
            note(source, "source", source.id, "cut", Map.of("count", marked.size()), null, actor);
        }
        marked.forEach(clause -> noteCover(source, clause, references, actor));
        return marked.stream().map(Marked::id).toList();
    }

    /** A source keeps its text without the white space around it, so positions move by what was cut off in front. */
    private List<Marked> marked(Source source, PaperToFile paper) {
        int[] kept = source.body.codePoints().toArray();
        String body = paper.body();
        int cutOff = body.codePointCount(0, body.length() - body.stripLeading().length());
        List<Marked> all = new ArrayList<>();
        for (PaperToFile.Clause clause : paper.clauses()) {
            int start = clause.start() - cutOff;
            int end = clause.end() - cutOff;
            if (start < 0 || end > kept.length || start >= end) {
                throw LedgerError.CLAUSE_OUTSIDE.with(Map.of("start", clause.start(), "end", clause.end()));
            }
            String text = new String(kept, start, end - start);
            all.add(new Marked(TimeOrderedIds.next(clock), start, end, text, clause.cover()));
        }
        return all;
    }

    private static void requireApart(List<Marked> clauses) {
        List<Marked> inOrder =
                clauses.stream().sorted(Comparator.comparingInt(Marked::start)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).start() < inOrder.get(i - 1).end()) {
                throw LedgerError.CLAUSE_OVERLAPS.with(
                        Map.of("text", inOrder.get(i).text()));
            }
        }
    }

    /** The items that are named as answering a clause, as history calls them; one that the officer may not see is not there. */
    private Map<UUID, String> references(List<Marked> clauses, Actor actor) {
        Set<UUID> named = new LinkedHashSet<>();
        clauses.stream().map(Marked::itemId).filter(Objects::nonNull).forEach(named::add);
        Map<UUID, String> references = new HashMap<>();
        ledger.visibleItems(named, actor)
                .forEach(id -> references.put(id, ledger.item(id).reference()));
        named.removeAll(references.keySet());
        if (!named.isEmpty()) {
            throw LedgerError.UNKNOWN_ITEM.with(Map.of("item", named.iterator().next()));
        }
        return references;
    }

    private void insert(Source source, List<Marked> clauses) {
        jdbc.sql("""
                insert into ledger.clause (id, source_id, start_at, end_at, text, cover, item_id, reason)
                select id, :source, start_at, end_at, text, cover, item_id, reason
                from unnest(:ids::uuid[], :starts::int[], :ends::int[], :texts::text[], :covers::text[], :items::uuid[], :reasons::text[])
                     as marked (id, start_at, end_at, text, cover, item_id, reason)
                """)
                .param("source", source.id)
                .param("ids", clauses.stream().map(Marked::id).toArray(UUID[]::new))
                .param("starts", clauses.stream().map(Marked::start).toArray(Integer[]::new))
                .param("ends", clauses.stream().map(Marked::end).toArray(Integer[]::new))
                .param("texts", Sql.texts(clauses.stream().map(Marked::text).toList()))
                .param("covers", Sql.texts(clauses.stream().map(Marked::code).toList()))
                .param("items", clauses.stream().map(Marked::itemId).toArray(UUID[]::new))
                .param("reasons", clauses.stream().map(Marked::reason).toArray(String[]::new))
                .update();
    }

    /** What a person decided about a clause without an item of its own is told clause by clause. */
    private void noteCover(Source source, Marked clause, Map<UUID, String> references, Actor actor) {
        if (clause.cover() instanceof NeedsNone) {
            note(source, "clause", clause.id(), "needs-none", Map.of("text", clause.text()), clause.reason(), actor);
        } else if (clause.cover() instanceof ExistingItem existing) {
            String reference = Objects.requireNonNull(references.get(existing.itemId()));
            note(
                    source,
                    "clause",
                    clause.id(),
                    "covered",
                    Map.of("text", clause.text(), "item", reference),
                    null,
                    actor);
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
