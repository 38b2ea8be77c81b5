package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.FiledPaper;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a paper: the source, its clauses and a draft for each item, all or nothing. */
@Service
@Transactional
public class PaperFiling {

    private final Once once;
    private final SourceService service;
    private final Sources sources;
    private final PaperClauses clauses;
    private final ItemDrafting drafting;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperFiling(
            Once once,
            SourceService service,
            Sources sources,
            PaperClauses clauses,
            ItemDrafting drafting,
            JdbcClient jdbc,
            Clock clock) {
        this.once = once;
        this.service = service;
        this.sources = sources;
        this.clauses = clauses;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public FiledPaper file(PaperToFile paper, @Nullable String key, JobsApi.Progress progress, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER);
        UUID sourceId = once.create("paper", key, actor, () -> file(paper, progress, actor));
        return new FiledPaper(sourceId, draftsOf(sourceId));
    }

    private UUID file(PaperToFile paper, JobsApi.Progress progress, Actor actor) {
        PaperCheck.require(paper);
        progress.at(0, paper.items().size());
        Source source = register(paper, actor);
        List<List<UUID>> answered = answered(paper, clauses.mark(source, paper, actor));
        List<UUID> ids = Stream.generate(() -> TimeOrderedIds.next(clock))
                .limit(paper.items().size())
                .sorted()
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            progress.checkCancelled();
            draft(ids.get(i), i, paper.items().get(i), source, answered.get(i), actor);
            progress.at(i + 1L, ids.size());
        }
        progress.checkCancelled();
        return source.id;
    }

    private Source register(PaperToFile paper, Actor actor) {
        UUID id = service.register(
                new NewSource(
                        paper.kind(),
                        paper.title(),
                        paper.number(),
                        paper.issuedOn(),
                        paper.leaderPostId(),
                        paper.body(),
                        paper.fileIds()),
                actor);
        service.perform(id, SourceStep.SUPERVISE, StepInput.of(1), actor);
        return sources.findById(id).orElseThrow();
    }

    /** For each item the clauses that it answers. */
    private static List<List<UUID>> answered(PaperToFile paper, List<UUID> clauseIds) {
        List<List<UUID>> answered = new ArrayList<>();
        paper.items().forEach(item -> answered.add(new ArrayList<>()));
        for (int i = 0; i < clauseIds.size(); i++) {
            if (paper.clauses().get(i).cover() instanceof PaperToFile.NewItem item) {
                answered.get(item.index()).add(clauseIds.get(i));
            }
        }
        return answered;
    }

    private void draft(UUID id, int index, PaperToFile.Item item, Source source, List<UUID> clauseIds, Actor actor) {
        try {
            PaperCheck.require(item);
            drafting.draft(id, source.registeredAt, command(item, source, clauseIds), actor);
        } catch (BusinessException refusal) {
            Map<String, Object> details = new HashMap<>(refusal.details());
            details.put("position", index + 1);
            details.put("title", item.title());
            details.put("why", refusal.error().code());
            throw LedgerError.PAPER_ITEM.with(details);
        }
    }

    private static DraftItem command(PaperToFile.Item item, Source source, List<UUID> clauseIds) {
        return new DraftItem(
                item.title(),
                source.id,
                clauseIds,
                item.requirements(),
                null,
                item.due(),
                item.cycle(),
                item.cycleDay(),
                item.leadUnitId(),
                item.coUnits().stream()
                        .map(unit -> new DraftItem.CoUnit(unit.unitId(), unit.duty(), unit.due()))
                        .toList(),
                List.of(),
                null,
                item.label());
    }

    /** Made in the same moment as the source; later drafts of the same source are not of the paper. */
    private List<UUID> draftsOf(UUID sourceId) {
        return jdbc.sql("""
                select i.id from ledger.item i join ledger.source s on s.id = i.source_id and s.registered_at = i.created_at
                where s.id = :id order by i.id
                """).param("id", sourceId).query(UUID.class).list();
    }
}
