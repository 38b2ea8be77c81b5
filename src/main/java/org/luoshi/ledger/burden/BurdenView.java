package org.luoshi.ledger.burden;

import java.util.List;

/**
 * What the officer sees before an item is sent.
 *
 * @param ceiling the office's own number of open items for a unit; 0: none is set
 */
public record BurdenView(List<SimilarItem> similar, List<CarriedLoad> loads, int ceiling) {

    public boolean isOver() {
        return loads.stream().anyMatch(CarriedLoad::over);
    }
}
