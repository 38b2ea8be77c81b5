package org.luoshi.reporting.web;

import org.luoshi.reporting.totals.SilentPage;
import org.luoshi.reporting.totals.TotalsBreakdown;
import org.luoshi.reporting.totals.TotalsScene;

/**
 * Who is silent, as the page shows it.
 *
 * @param after the key after which this part of the list begins
 * @param mayUrge whether this person may urge those below
 */
public record SilentList(TotalsScene scene, TotalsBreakdown breakdown, SilentPage units, long after, boolean mayUrge) {

    public String address() {
        return scene.address("silent", scene.node());
    }
}
