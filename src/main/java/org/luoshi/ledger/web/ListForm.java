package org.luoshi.ledger.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FilledIn;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemFilter.Sort;
import org.luoshi.ledger.core.ItemFilter.View;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.Part;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;

/** The filter of the list as it stands in the address, so that an address is a view that can be shared. */
public record ListForm(
        @Nullable String view,
        @Nullable String unit,
        @Nullable String part,
        @Nullable String kind,
        @Nullable String leader,
        @Nullable String officer,
        @Nullable String state,
        @Nullable String label,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String at,
        @Nullable String in,
        @Nullable List<String> cols,
        @Nullable String cursor) {

    public ItemFilter toFilter(OrganizationApi organization) {
        return new ItemFilter(
                orElse(constant(View.class, view), View.OPEN),
                unitId(organization),
                constant(Part.class, part),
                FilledIn.words(kind),
                id(leader),
                id(officer),
                constant(ItemState.class, state),
                FilledIn.words(label),
                FilledIn.words(q),
                orElse(constant(Sort.class, sort), Sort.DUE),
                asOf(),
                "reports".equals(in));
    }

    /** The day as of which the ledger is shown; null for now, and for what is no day. */
    public @Nullable LocalDate asOf() {
        try {
            return at == null || at.isBlank() ? null : LocalDate.parse(at.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** The page of an item as of the same day. */
    public String item(UUID id) {
        LocalDate asOf = asOf();
        return "/ledger/items/" + id + (asOf == null ? "" : "/as-of?at=" + asOf);
    }

    /** The unit may be an id (from a link) or a name that somebody typed; an unknown name finds nothing. */
    private @Nullable UUID unitId(OrganizationApi organization) {
        if (unit == null || unit.isBlank()) {
            return null;
        }
        UUID known = id(unit);
        if (known != null) {
            return known;
        }
        Optional<Unit> named = organization.unitNamed(unit);
        if (named.isPresent()) {
            return named.get().id();
        }
        List<UnitMatch> matches = organization.matchUnits(unit, 1);
        return matches.isEmpty() ? new UUID(0, 0) : matches.get(0).unit().id();
    }

    /** The same view with one part changed; the page starts anew. */
    public String with(String name, @Nullable String value) {
        Map<String, String> parts = parts();
        parts.remove("cursor");
        if (value == null || value.isEmpty()) {
            parts.remove(name);
        } else {
            parts.put(name, value);
        }
        return "/ledger" + (parts.isEmpty() ? "" : "?")
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** What stands behind the question mark of the address. */
    public String query() {
        String address = with("", null);
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    /** The parts of the address, for a form that keeps them. */
    public Map<String, String> kept() {
        return parts();
    }

    public String page(String nextCursor) {
        String address = with("", null);
        return address + (address.contains("?") ? "&" : "?") + "cursor=" + nextCursor;
    }

    /** Where this list, filtered and sorted as it is, is asked for as an Excel file. */
    public String export() {
        return with("", null).replaceFirst("^/ledger", "/ledger/exports");
    }

    public boolean isView(String name) {
        return name.equals(view == null || view.isEmpty() ? "OPEN" : view);
    }

    public boolean isSort(String name) {
        return name.equals(sort == null || sort.isEmpty() ? "DUE" : sort);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "view", view);
        put(parts, "unit", unit);
        put(parts, "part", part);
        put(parts, "kind", kind);
        put(parts, "leader", leader);
        put(parts, "officer", officer);
        put(parts, "state", state);
        put(parts, "label", label);
        put(parts, "q", q);
        put(parts, "sort", sort);
        put(parts, "at", at);
        put(parts, "in", in);
        put(parts, "cols", cols == null ? null : String.join(",", cols));
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.put(name, value);
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private static <E> E orElse(@Nullable E chosen, E standard) {
        return chosen == null ? standard : chosen;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
