package org.luoshi.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder of a post changed; the post's open work goes with it. */
public record PostHandedOver(
        UUID postId, @Nullable UUID fromPersonId, @Nullable UUID toPersonId) {}
