package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sources: the list, and one with its clauses. Seen by the office, by the leader (and secretary) whose word it is, not by units. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class SourceQueries {

    private final Sources sources;
    private final ItemList list;
    private final ReportQueries reports;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    SourceQueries(
            Sources sources, ItemList list, ReportQueries reports, OrganizationApi organization, JdbcClient jdbc) {
        this.sources = sources;
        this.list = list;
        this.reports = reports;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    public List<LedgerChoice> kinds() {
        return jdbc.sql("select code, name from ledger.source_kind where active order by position, code")
                .query(LedgerChoice.class)
                .list();
    }

    public List<LedgerChoice> limitClasses() {
        return jdbc.sql("select code, name from ledger.limit_class where active order by position, code")
                .query(LedgerChoice.class)
                .list();
    }

    /** The newest sources; with open clauses or not yet triaged first. */
    public List<SourceRow> newest(@Nullable String text, int limit, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        String visible = scope.all() ? "true" : "s.leader_post_id = any(:leaders)";
        String matching = text == null || text.isBlank() ? "true" : "s.folded like :text";
        var statement = jdbc.sql("""
                select s.id, s.kind, k.name as kind_name, s.title, s.number, s.issued_on, s.leader_name, s.triage, s.registered_at,
                       (select count(*) from ledger.clause c where c.source_id = s.id) as clauses,
                       (select count(*) from ledger.clause c where c.source_id = s.id and c.cover = 'OPEN') as open_clauses,
                       (select count(*) from ledger.item i where i.source_id = s.id) as items,
                       (select count(*) from ledger.item i where i.source_id = s.id and i.is_open) as open_items
                from ledger.source s join ledger.source_kind k on k.code = s.kind
                where %s and %s order by s.registered_at desc, s.id desc limit :limit
                """.formatted(visible, matching)).param("limit", limit);
        if (!scope.all()) {
            statement = statement.param("leaders", Sql.ids(scope.leaderPosts()));
        }
        if (text != null && !text.isBlank()) {
            statement = statement.param("text", "%" + Fold.text(text) + "%");
        }
        return statement.query(SourceRow.class).list();
    }

    public SourceDetail detail(UUID id, Actor viewer) {
        Source source = sources.findById(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
        LedgerScope scope = LedgerScope.of(viewer, organization);
        if (!scope.all() && !scope.leaderPosts().contains(source.leaderPostId)) {
            throw LedgerError.UNKNOWN.with(Map.of("id", id));
        }
        List<UUID> items = jdbc.sql("select id from ledger.item where source_id = :id order by sequence nulls last, id")
                .param("id", id)
                .query(UUID.class)
                .list();
        List<UUID> fileIds = jdbc.sql("select file_id from ledger.source_file where source_id = :id order by file_id")
                .param("id", id)
                .query(UUID.class)
                .list();
        return new SourceDetail(
                source.id,
                source.version,
                source.kind,
                kindName(source.kind),
                source.title,
                source.number,
                source.issuedOn,
                source.leaderName,
                source.body,
                source.triage,
                source.triageReason,
                organization.person(source.officerId).map(Person::name).orElse("?"),
                source.registeredAt,
                pieces(source),
                list.rows(items),
                reports.files(fileIds),
                steps(source, viewer),
                viewer.has(Role.OFFICER) && source.triage == Triage.SUPERVISED);
    }

    public boolean hasFile(UUID sourceId, UUID fileId, Actor viewer) {
        return detail(sourceId, viewer).files().stream().anyMatch(file -> fileId.equals(file.fileId()));
    }

    /** The text of one clause with its source, for starting an item from it. */
    public Clause clause(UUID clauseId) {
        return jdbc.sql("select id, source_id, text from ledger.clause where id = :id")
                .param("id", clauseId)
                .query(Clause.class)
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", clauseId)));
    }

    /** A clause by itself. */
    public record Clause(UUID id, UUID sourceId, String text) {}

    private @Nullable String kindName(String kind) {
        return jdbc.sql("select code, name from ledger.source_kind where code = :code")
                .param("code", kind)
                .query(LedgerChoice.class)
                .single()
                .name();
    }

    private static List<SourceStep> steps(Source source, Actor viewer) {
        return Arrays.stream(SourceStep.values())
                .filter(step -> step.isAllowedFrom(source.triage) && Permissions.hasOfficeRole(step, viewer))
                .filter(step -> step != SourceStep.CONFIRM_READ_ONLY || !source.officerId.equals(viewer.personId()))
                .toList();
    }

    private record RawClause(
            UUID id,
            int startAt,
            int endAt,
            String text,
            String cover,
            @Nullable UUID itemId,
            @Nullable String itemReference,
            @Nullable ItemState itemState,
            @Nullable String reason) {}

    private List<SourceDetail.Piece> pieces(Source source) {
        List<RawClause> clauses =
                jdbc.sql("""
                select c.id, c.start_at, c.end_at, c.text, c.cover, c.item_id, coalesce(i.number, i.title) as item_reference,
                       i.state as item_state, c.reason
                from ledger.clause c left join ledger.item i on i.id = c.item_id
                where c.source_id = :id order by c.start_at
                """).param("id", source.id).query(RawClause.class).list();
        List<SourceDetail.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (RawClause clause : clauses) {
            addBetween(source.body, at, clause.startAt(), pieces);
            pieces.add(new SourceDetail.Piece(
                    clause.startAt(),
                    clause.text(),
                    clause.id(),
                    clause.cover(),
                    clause.itemId(),
                    clause.itemReference(),
                    clause.itemState(),
                    clause.reason()));
            at = clause.endAt();
        }
        addBetween(source.body, at, source.body.codePointCount(0, source.body.length()), pieces);
        return pieces;
    }

    private static void addBetween(String body, int from, int to, List<SourceDetail.Piece> pieces) {
        if (to > from) {
            pieces.add(new SourceDetail.Piece(
                    from, SourceService.text(body, from, to), null, null, null, null, null, null));
        }
    }
}
