package org.luoshi.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.ItemLookup;
import org.luoshi.ledger.core.ItemStandings;
import org.luoshi.ledger.core.Leaders;
import org.luoshi.ledger.core.PaperFiling;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The door of the ledger: brings in a whole paper, and answers what is needed to write one. */
@Component
public class LedgerApi {

    private final PaperFiling filing;
    private final SourceQueries sources;
    private final ItemLookup items;
    private final Leaders leaders;
    private final ItemStandings standings;

    LedgerApi(PaperFiling filing, SourceQueries sources, ItemLookup items, Leaders leaders, ItemStandings standings) {
        this.filing = filing;
        this.sources = sources;
        this.items = items;
        this.leaders = leaders;
        this.standings = standings;
    }

    /**
     * Registers a paper as a source under supervision, marks its clauses and drafts its items, all in one transaction: any refusal leaves
     * nothing behind. The items stay drafts, for an officer submits each (domain/supervision.md 1.1). Positions are code points of the body as given.
     *
     * <p>A refusal because of an item is {@code ledger.paper-item} and names its {@code position} (from 1), its {@code title} and, as {@code why},
     * the code of what is wrong with it; others are those of registering a source and marking a clause ({@code ledger.clause-overlaps},
     * {@code ledger.clause-outside}). Only an officer of the office may ({@code ledger.not-yours}).
     *
     * @param idempotencyKey the same key from the same person answers with what was made the first time; null: always anew
     * @param progress told the number of items that are drafted, and asked before each whether the work was cancelled
     */
    public FiledPaper filePaper(
            PaperToFile paper, @Nullable String idempotencyKey, JobsApi.Progress progress, Actor actor) {
        return filing.file(paper, idempotencyKey, progress, actor);
    }

    /** The kinds of source that may be chosen now, in the office's order. */
    public List<SourceKind> sourceKinds() {
        return sources.kinds().stream()
                .map(kind -> new SourceKind(kind.code(), kind.name()))
                .toList();
    }

    /** Posts from which instructions come, with their holders of today. */
    public List<InstructingLeader> leaders() {
        return leaders.today();
    }

    /**
     * The item that a person means by a number, the figure of a number alone (of the newest year), an id, or the whole title where only one
     * item has it. Empty where there is none that the viewer may see.
     */
    public Optional<UUID> findItem(String reference, Actor viewer) {
        return items.find(reference, viewer);
    }

    /** Where items stand just now; those that the viewer may not see, or that are no more, are left out. In no order. */
    public List<ItemStanding> standings(Collection<UUID> itemIds, Actor viewer) {
        return itemIds.isEmpty() ? List.of() : standings.of(itemIds, viewer);
    }
}
