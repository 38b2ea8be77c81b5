package org.luoshi.reporting.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.reporting.core.Regime;

/** What the nine counties said in the week before the flood: a regime that has ended. */
final class FloodPatrol {

    static final int DAYS = 7;

    private final FloodReports reports;

    FloodPatrol(FloodReports reports) {
        this.reports = reports;
    }

    /** All counties within the last hour, but for the last one on the last day. */
    void plan(FloodAgenda agenda, Regime regime, LocalDate period, int day, Instant cutOff) {
        List<FloodReports.Said> said = new ArrayList<>();
        for (int county = 0; county < 9; county++) {
            if (county < 8 || day < DAYS - 1) {
                said.add(said(county, day));
            }
        }
        agenda.add(cutOff.minus(Duration.ofMinutes(40)), () -> reports.hand(regime, period, said));
    }

    private FloodReports.Said said(int county, int day) {
        String code = "90%02d%02d".formatted(county / 3 + 1, county % 3 + 1);
        int found = (county + day * 2) % 6;
        int mended = found - found / 3;
        String signer = reports.signer(code);
        return new FloodReports.Said(
                code,
                Map.of(
                        "places_checked", "" + (20 + (county * 7 + day * 3) % 15),
                        "hazards_found", "" + found,
                        "hazards_mended", "" + mended,
                        "patrol_leader", signer),
                signer,
                null);
    }
}
