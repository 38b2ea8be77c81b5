package org.luoshi.reporting.filling;

import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.ReportState;

/** What one place owes in one round. */
public record OwedRound(OpenRound open, Place place, ReportState state, int revision, int review) {}
