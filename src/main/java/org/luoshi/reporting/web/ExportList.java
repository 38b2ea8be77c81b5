package org.luoshi.reporting.web;

import java.util.List;
import org.luoshi.reporting.exchange.ExportRow;
import org.luoshi.reporting.totals.TotalsScene;

/**
 * What can be taken out here, and what was.
 *
 * @param rows units that the file will have
 * @param personalHidden whether columns with personal data are left out for this person
 */
public record ExportList(TotalsScene scene, int rows, boolean personalHidden, List<ExportRow> files) {}
