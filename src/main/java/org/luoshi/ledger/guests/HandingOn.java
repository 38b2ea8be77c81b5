package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.exchange.SentPackage;

/**
 * What the page shows on which an officer lets a unit without account answer.
 *
 * @param siblings the running parts of the same unit, which one workbook can ask together
 * @param links that were made, newest first
 * @param open the one that opens now
 * @param partner the other installation for which the unit stands
 * @param packages that were handed down to it, newest first
 * @param again somebody pressed though there is a package already, and none was made
 */
public record HandingOn(
        GuestTask task,
        List<GuestTasks.Sibling> siblings,
        List<GuestLink> links,
        @Nullable GuestLink open,
        LocalDate until,
        @Nullable String partner,
        List<SentPackage> packages,
        boolean again,
        String address) {

    /** The package that counts now. */
    public @Nullable SentPackage standing() {
        return packages.stream()
                .filter(one -> one.replacedAt() == null)
                .findFirst()
                .orElse(null);
    }
}
