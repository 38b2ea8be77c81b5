package org.luoshi.ledger.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * The question as it stands in the address: everything can be shared and opened again.
 *
 * @param asOf a day that is over: the ledger at its end
 */
public record FiguresForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String by,
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String leader,
        @Nullable String limit,
        @Nullable String asOf) {

    static final String OWN_LIMIT = "-";

    /** What was typed, without the white space around it. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    FiguresQuestion question(LocalDate today, ZoneId zone, @Nullable Collection<UUID> units) {
        String asOfDay = text(asOf);
        Instant then = asOfDay.isEmpty()
                ? null
                : FiguresPeriod.day("asOf", asOfDay)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
        String limitClass = text(limit);
        return new FiguresQuestion(
                FiguresPeriod.read(text(from), text(to), today),
                grouping(),
                units == null ? null : Set.copyOf(units),
                text(kind).isEmpty() ? null : text(kind),
                text(leader).isEmpty() ? null : id("leader", text(leader)),
                limitClass.isEmpty() ? null : limitClass.equals(OWN_LIMIT) ? "" : limitClass,
                then);
    }

    public FigureGrouping grouping() {
        return text(by).isEmpty() ? FigureGrouping.UNIT : choice("by", FigureGrouping.class, text(by));
    }

    static UUID id(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw FiguresError.CHOICE.with(Map.of("field", field, "value", typed));
        }
    }

    static <E extends Enum<E>> E choice(String field, Class<E> type, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> FiguresError.CHOICE.with(Map.of("field", field, "value", typed)));
    }

    public String period(LocalDate first, LocalDate last) {
        Map<String, String> all = parameters();
        all.put("from", first.toString());
        all.put("to", last.toString());
        return "/ledger/figures" + query(all);
    }

    public String table() {
        return "/ledger/figures/table" + query(parameters());
    }

    /** The rows behind a figure of a line, or of all lines together. */
    public String rows(Indicator indicator, Side side, String key, boolean all) {
        return rows(indicator, side, key, all, 0);
    }

    public String rows(Indicator indicator, Side side, String key, boolean all, int offset) {
        Map<String, String> asked = parameters();
        asked.put("indicator", indicator.name());
        asked.put("side", side.name());
        asked.put("key", all ? "" : "=" + key);
        asked.put("offset", offset == 0 ? "" : String.valueOf(offset));
        return "/ledger/figures/rows" + query(asked);
    }

    public boolean isBy(FigureGrouping grouping) {
        return text(by).equals(grouping.name()) || text(by).isEmpty() && grouping == FigureGrouping.UNIT;
    }

    /** The first day as typed, else of the period that is shown. */
    public String from(Page page, @Nullable FigureTable table) {
        return table == null ? text(from) : table.question().period().from().toString();
    }

    public String to(Page page, @Nullable FigureTable table) {
        return table == null ? text(to) : table.question().period().to().toString();
    }

    /** The day at whose end the ledger is looked at. */
    public String day(Page page) {
        return page.date(FiguresPeriod.day("asOf", text(asOf)));
    }

    public String back() {
        return "/ledger/figures" + query(parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("from", text(from));
        all.put("to", text(to));
        all.put("by", text(by));
        all.put("unit", text(unit));
        all.put("kind", text(kind));
        all.put("leader", text(leader));
        all.put("limit", text(limit));
        all.put("asOf", text(asOf));
        return all;
    }

    private static String query(Map<String, String> all) {
        StringBuilder query = new StringBuilder();
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }
}
