package org.luoshi.ledger;

import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * A kind of source that may be chosen.
 *
 * @param name the office's own; null for the built-in kinds, whose names are in the bundles
 */
public record SourceKind(String code, @Nullable String name) {

    /** The name in the reader's language. */
    public String label(Page page) {
        return name == null ? page.tOrKey("ledger.kind." + code) : name;
    }
}
