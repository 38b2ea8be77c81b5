package org.luoshi.ledger.figures;

import java.util.List;

/** Some of the facts behind a figure. */
public record FactPage(List<Fact> facts, long count, int offset) {

    public boolean more() {
        return offset + facts.size() < count;
    }
}
