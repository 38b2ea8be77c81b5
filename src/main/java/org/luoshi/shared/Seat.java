package org.luoshi.shared;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody holds now, with the roles that sit on it.
 *
 * @param servesPostId for a secretary, the leader's post this post serves
 */
public record Seat(
        UUID postId,
        UUID unitId,
        String unitName,
        String title,
        Set<Role> roles,
        @Nullable UUID servesPostId) {

    public Seat {
        roles = Set.copyOf(roles);
    }
}
