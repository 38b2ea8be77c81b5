package org.luoshi.ledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.bulk.BulkOrder;
import org.luoshi.ledger.bulk.UrgeWhom;
import org.luoshi.ledger.core.FilledIn;

/**
 * A step on many items as the browser sent it.
 *
 * @param item each as {@code id:version}, so that what changed since it was chosen is noticed
 * @param all the whole list that is shown, and not only what was ticked
 */
public record BulkForm(
        @Nullable String action,
        @Nullable List<String> item,
        @Nullable String all,
        @Nullable String words,
        @Nullable String urged,
        @Nullable String date,
        @Nullable String newOfficer,
        @Nullable String newLabel) {

    BulkOrder order(List<BulkOrder.Chosen> chosen) {
        return new BulkOrder(
                step(),
                chosen,
                words,
                whom(),
                day(),
                newOfficer == null || newOfficer.isBlank() ? null : UUID.fromString(newOfficer),
                FilledIn.words(newLabel));
    }

    public BulkAction step() {
        for (BulkAction known : BulkAction.values()) {
            if (known.name().equals(action)) {
                return known;
            }
        }
        return BulkAction.URGE;
    }

    public UrgeWhom whom() {
        for (UrgeWhom known : UrgeWhom.values()) {
            if (known.name().equals(urged)) {
                return known;
            }
        }
        return UrgeWhom.BEHIND;
    }

    public boolean isWholeList() {
        return "1".equals(all);
    }

    /** What was ticked; rubbish is left out. */
    List<BulkOrder.Chosen> ticked() {
        List<BulkOrder.Chosen> ticked = new ArrayList<>();
        for (String one : item == null ? List.<String>of() : item) {
            int colon = one.lastIndexOf(':');
            try {
                ticked.add(new BulkOrder.Chosen(
                        UUID.fromString(one.substring(0, Math.max(0, colon))),
                        Integer.parseInt(one.substring(colon + 1))));
            } catch (IllegalArgumentException rubbish) {
                continue;
            }
        }
        return ticked;
    }

    private @Nullable LocalDate day() {
        try {
            return date == null || date.isBlank() ? null : LocalDate.parse(date.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
