package org.luoshi.reporting.filling;

import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;

/** The units below one of a person's own in a round. */
public record BelowMine(OpenRound open, Place place, OwedRounds.BelowCount count) {}
