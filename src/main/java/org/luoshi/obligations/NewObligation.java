package org.luoshi.obligations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/**
 * Somebody owes something by an instant.
 *
 * @param id chosen by the room (a time-ordered id), so that "only once" is the primary key
 * @param sourceKind the room and kind of thing it comes from: {@code ledger.assignment}
 * @param sourceId the object whose page opens from the desk
 * @param unitId the unit that owes it
 * @param role the role in that unit whose holder acts; null: anyone with a post in the unit
 * @param personId the one person who owes it, where it is a person's matter; mostly null
 * @param kindKey key of what is owed, in the bundles: {@code obligations.kind.<kindKey>}, as {@code sign}, {@code feedback}, {@code review}
 * @param title what it is about, in the words of the matter
 * @param href the page where it is met, as {@code /ledger/items/…}
 * @param due last instant in time; null: without limit, never late, and shown as such
 */
public record NewObligation(
        UUID id,
        String sourceKind,
        UUID sourceId,
        UUID unitId,
        @Nullable Role role,
        @Nullable UUID personId,
        String kindKey,
        String title,
        String href,
        @Nullable Instant due) {}
