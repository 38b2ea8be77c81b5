package org.luoshi.platform;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a search found.
 *
 * @param kindKey key of the name of its group, as {@code search.kind.unit}
 * @param title what people know it by
 * @param sub a few words that tell it from its namesakes: number, unit
 * @param href its page; null where it has none that the searcher may open
 */
public record SearchHit(
        String kindKey, String title, String sub, @Nullable String href) {}
