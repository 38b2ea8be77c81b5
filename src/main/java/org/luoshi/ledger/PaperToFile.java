package org.luoshi.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that becomes a source under supervision, with its clauses and the drafts that answer them.
 *
 * @param kind code of one of {@link LedgerApi#sourceKinds}
 * @param title from 1 to {@link #LONGEST_TITLE} code points without the white space around it
 * @param number of the paper, if it has one
 * @param leaderPostId one of {@link LedgerApi#leaders}, if it is a leader's instruction
 * @param body the text, at most {@link #LONGEST_BODY} code points; white space around it is not kept, positions are counted with it
 * @param fileIds stored by whoever files the paper
 * @param clauses parts of the text that do not overlap, in any order
 * @param items in the order in which they shall stand
 */
public record PaperToFile(
        String kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable UUID leaderPostId,
        String body,
        List<UUID> fileIds,
        List<Clause> clauses,
        List<Item> items) {

    /** In code points. */
    public static final int LONGEST_TITLE = 300;

    /** In code points. */
    public static final int LONGEST_BODY = 1_000_000;

    /** A clause that is answered by an item which is not there is a bug of the caller, not a refusal. */
    public PaperToFile {
        fileIds = List.copyOf(fileIds);
        clauses = List.copyOf(clauses);
        items = List.copyOf(items);
        int count = items.size();
        boolean astray = clauses.stream()
                .anyMatch(clause ->
                        clause.cover() instanceof NewItem item && (item.index() < 0 || item.index() >= count));
        if (astray) {
            throw new IllegalArgumentException("A clause names an item that is not in the paper");
        }
    }

    /**
     * A part of the text that asks for something.
     *
     * @param start first character, counted in code points from 0
     * @param end behind the last character, in code points
     */
    public record Clause(int start, int end, Cover cover) {}

    /** What becomes of a clause. */
    public sealed interface Cover permits NewItem, ExistingItem, NeedsNone, Open {}

    /** Answered by one of the paper's own items, counted from 0. Several clauses may have the same item. */
    public record NewItem(int index) implements Cover {}

    /** Answered by an item of the ledger. */
    public record ExistingItem(UUID itemId) implements Cover {}

    /** Asks for nothing; the reason is kept. */
    public record NeedsNone(String reason) implements Cover {}

    /** Nothing is decided yet. */
    public record Open() implements Cover {}

    /**
     * An item to draft.
     *
     * @param title from 1 to {@link #LONGEST_TITLE} code points
     * @param requirements point by point what is asked, each at most {@link #LONGEST_REQUIREMENT} code points; empty: the title is the one point
     * @param due a day; null without limit
     * @param cycleDay day of the week (1 to 7) for {@link Cycle#WEEKLY}, else of the month (1 to 31)
     * @param leadUnitId null while nobody is found; a draft can wait for it
     * @param label the section it stands in, at most {@link #LONGEST_LABEL} code points
     */
    public record Item(
            String title,
            List<String> requirements,
            @Nullable LocalDate due,
            Cycle cycle,
            @Nullable Integer cycleDay,
            @Nullable UUID leadUnitId,
            List<CoUnit> coUnits,
            @Nullable String label) {

        /** In code points. */
        public static final int LONGEST_TITLE = 500;

        /** In code points. */
        public static final int LONGEST_REQUIREMENT = 4_000;

        /** In code points. */
        public static final int LONGEST_LABEL = 100;

        /** Points of one item. */
        public static final int MOST_REQUIREMENTS = 200;

        public Item {
            requirements = List.copyOf(requirements);
            coUnits = List.copyOf(coUnits);
        }
    }

    /** A co-unit with what it has to do and, where it is earlier, its own limit. */
    public record CoUnit(
            UUID unitId, @Nullable String duty, @Nullable LocalDate due) {

        /** In code points. */
        public static final int LONGEST_DUTY = 500;
    }
}
