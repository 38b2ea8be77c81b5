package org.luoshi.reporting.exchange;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportingError;
import org.springframework.stereotype.Component;

/** How programs and files name a unit: by official code, by id, or by {@code place:} and the key of the place. */
@Component
public class ExchangeUnits {

    private static final String PLACE = "place:";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final PlaceQueries places;

    ExchangeUnits(PlaceQueries places) {
        this.places = places;
    }

    /** Either the key of the place or, with place 0, the official code that has still to be looked up. */
    public record Named(long place, @Nullable String code) {}

    /** A code is not looked up here: the writing of a report does that anyway. */
    public Named named(String unit) {
        String text = unit.strip();
        if (text.startsWith(PLACE)) {
            return new Named(key(text), null);
        }
        return ID.matcher(text).matches() ? new Named(ofUnit(text).key(), null) : new Named(0, text);
    }

    public Place require(String unit) {
        Named named = named(unit);
        if (named.code() == null) {
            return places.require(named.place());
        }
        return places.newestByCode(named.code().replace("\0", "")).orElseThrow(() -> unknown(unit));
    }

    private static long key(String text) {
        try {
            return Long.parseLong(text.substring(PLACE.length()).strip());
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private Place ofUnit(String text) {
        return places.newestOf(UUID.fromString(text)).orElseThrow(() -> unknown(text));
    }

    private static RuntimeException unknown(String unit) {
        return ReportingError.UNKNOWN_PLACE.with(Map.of("unit", unit));
    }
}
