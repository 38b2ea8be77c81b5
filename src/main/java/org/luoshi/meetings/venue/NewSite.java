package org.luoshi.meetings.venue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site to be called; see {@link VideoSite}. */
public record NewSite(@Nullable UUID unitId, String name, String contact, String telephone, String reserveLine) {}
