package org.luoshi.organization.core;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a load of divisions did.
 *
 * @param known areas of the file that were there already, renamed and moved ones among them
 */
public record AreasLoaded(long added, long known, long renamed, long moved, long ended) {

    /** As texts want them. */
    public Map<String, String> figures() {
        return details().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, figure -> String.valueOf(figure.getValue())));
    }

    /** As the history keeps them. */
    Map<String, Object> details() {
        return Map.of("added", added, "known", known, "renamed", renamed, "moved", moved, "ended", ended);
    }

    boolean changedAnything() {
        return added + renamed + moved + ended > 0;
    }
}
