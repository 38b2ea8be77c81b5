package org.luoshi.ledger.figures;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The line of the figures in the rail. */
@Component
class FiguresRail implements RailSource {

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return FigureReaders.findsFigures(actor)
                ? List.of(new RailEntry("ledger.figures", "/ledger/figures", 1, 4, 0))
                : List.of();
    }
}
