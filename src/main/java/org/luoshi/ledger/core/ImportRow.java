package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param row as Excel counts
 * @param number as the table numbers it
 * @param task what is to be done, in full
 * @param leads names of the units as they will stand in the ledger, the first leads
 * @param due the day of the limit, also where it is counted from the assignment
 * @param progress what the unit has reported so far, in one text
 * @param notes everything else the table says about it, in one line
 */
public record ImportRow(
        int row,
        Kind kind,
        String number,
        String title,
        String task,
        @Nullable String section,
        List<String> leads,
        List<String> supporting,
        ImportLimit limit,
        @Nullable LocalDate due,
        @Nullable LocalDate issuedOn,
        String progress,
        String notes,
        ImportTarget target,
        List<ImportMessage> messages) {

    /** Only an item is filed. */
    public enum Kind {
        ITEM,
        LEFT_OUT,
        GROUP
    }

    public boolean isItem() {
        return kind == Kind.ITEM;
    }

    public boolean hasErrors() {
        return isItem() && messages.stream().anyMatch(message -> message.level() == ImportMessage.Level.ERROR);
    }

    public boolean hasWarnings() {
        return isItem() && messages.stream().anyMatch(message -> message.level() == ImportMessage.Level.WARNING);
    }

    /** True where the officer may write the limit anew. */
    public boolean wantsDue() {
        return !limit.isRead()
                || limit.unsure()
                || messages.stream()
                        .anyMatch(message -> message.key().equals("past-issued")
                                || message.key().equals("past-draft"));
    }
}
