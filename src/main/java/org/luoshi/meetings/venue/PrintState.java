package org.luoshi.meetings.venue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be printed for a meeting and what of it lies there already.
 *
 * @param moved cards that stay good but go to another seat
 * @param stale cards that were printed for people who are not on the list any more
 * @param lastBatch number of the newest print of cards; 0 for none
 */
public record PrintState(
        List<CardState> cards,
        List<CardState> moved,
        int stale,
        int lastBatch,
        @Nullable Instant lastAt,
        List<SheetState> sheets,
        @Nullable Instant handbookAt,
        boolean handbookChanged) {

    /** A card with what was printed for the same person before. */
    public record CardState(NameCard card, @Nullable NameCard before) {

        public boolean isNew() {
            return before == null;
        }

        /** True where what lies there is not what it should say. */
        public boolean isChanged() {
            return before == null || !before.words().equals(card.words());
        }
    }

    /** A sign-in sheet of one unit. */
    public record SheetState(SignInSheet sheet, boolean printed, boolean changed) {}

    /** Cards to print: new ones and those with other words. */
    public List<NameCard> changedCards() {
        return cards.stream().filter(CardState::isChanged).map(CardState::card).toList();
    }

    /** Cards that were printed and say something else now. */
    public long reprintCards() {
        return cards.stream().filter(one -> !one.isNew() && one.isChanged()).count();
    }

    public long newCards() {
        return cards.stream().filter(CardState::isNew).count();
    }

    public List<SignInSheet> changedSheets() {
        return sheets.stream()
                .filter(SheetState::changed)
                .map(SheetState::sheet)
                .toList();
    }

    public long printedSheets() {
        return sheets.stream().filter(SheetState::printed).count();
    }

    public boolean nothingPrinted() {
        return lastBatch == 0 && printedSheets() == 0 && Objects.isNull(handbookAt);
    }
}
