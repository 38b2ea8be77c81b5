package org.luoshi.reporting.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Reporting, for the office, those who read its figures, and units that report. */
@Component
class ReportingRail implements RailSource {

    private static final List<RailEntry> LINES = List.of(new RailEntry("reporting.rail", "/reporting", 1, 4, 0));

    private final TotalsScenes scenes;

    ReportingRail(TotalsScenes scenes) {
        this.scenes = scenes;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        return scenes.top(actor).isPresent() ? LINES : List.of();
    }
}
