package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which an officer lets a unit without account answer.
 *
 * @param siblings the running parts of the same unit, which one workbook can ask together
 * @param links that were made, newest first
 * @param open the one that opens now
 */
public record HandingOn(
        GuestTask task,
        List<GuestTasks.Sibling> siblings,
        List<GuestLink> links,
        @Nullable GuestLink open,
        LocalDate until,
        String address) {}
