package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** A filter of the ledger as a condition of the database, always with what the viewer may see. */
@Component
class ItemConditions {

    private static final String IN_REPORTS = """
             union all
            select ft.item_id from ledger.feedback ff join ledger.feedback_target ft on ft.feedback_id = ff.id
            where ff.state = 'SUBMITTED' and ledger.pairs(ff.folded) @> cast(:pairs as text[]) and ff.folded like :text
            """;

    private final OrganizationApi organization;
    private final LedgerSettings settings;
    private final CommonWords commonWords;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    ItemConditions(
            OrganizationApi organization,
            LedgerSettings settings,
            CommonWords commonWords,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.commonWords = commonWords;
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * What a filter comes to.
     *
     * @param from the rows to look at, named {@code i}: the ledger of now, or as it stood at {@code moment}
     * @param moment the instant against which lights and views are reckoned
     */
    record Conditions(String from, String sql, Map<String, Object> params, LedgerScope scope, Instant moment) {

        StatementSpec bind(StatementSpec statement) {
            StatementSpec bound = scope.bind(statement);
            for (Map.Entry<String, Object> param : params.entrySet()) {
                bound = bound.param(param.getKey(), param.getValue());
            }
            return bound;
        }
    }

    Conditions of(ItemFilter filter, Actor viewer) {
        return of(filter, LedgerScope.of(viewer, organization), true, viewer);
    }

    /**
     * For a page in the list's order. A rare word is gathered by its pairs, a common one is met by walking in that order; a common word in what one
     * unit has is looked for among that.
     */
    Conditions ofPage(ItemFilter filter, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        boolean ofUnits = filter.unitId() != null || !scope.all();
        boolean plain = filter.asOf() == null && !filter.inReports() && (ofUnits || filter.isViewWithText());
        return of(filter, scope, !plain || !commonWords.isCommon(pairs(filter.text())), viewer);
    }

    /** True where walking through the ledger meets a page of the word soon, so that nobody has gathered what there is. */
    boolean isWalked(ItemFilter filter, Conditions conditions) {
        return conditions.scope().all() && filter.isViewWithText() && commonWords.isCommon(pairs(filter.text()));
    }

    private static Set<String> pairs(@Nullable String text) {
        return text == null ? Set.of() : Fold.bigrams(Fold.text(text));
    }

    private Conditions of(ItemFilter filter, LedgerScope scope, boolean byPairs, Actor viewer) {
        boolean past = filter.asOf() != null;
        Instant moment = moment(filter.asOf());
        String text = filter.text() == null || filter.text().isBlank() ? null : filter.text();
        boolean searched = text != null;
        List<String> sql = new ArrayList<>(List.of(scope.condition(searched && !past)));
        Map<String, Object> params = new HashMap<>();
        if (past) {
            params.put("asOf", java.util.Objects.requireNonNull(Sql.at(moment)));
        }
        addView(filter.view(), moment, viewer, sql, params);
        if (filter.unitId() != null) {
            String part = filter.part() == null
                    ? ""
                    : " and fa.part = '" + filter.part().name() + "'";
            String items = "select fa.item_id from " + (past ? "ledger.assignment_at(:asOf)" : "ledger.assignment")
                    + " fa where fa.unit_id = any(:units) and fa.state <> 'MOVED'" + part;
            sql.add(LedgerScope.among(items, searched && !past));
            params.put("units", Sql.ids(organization.subtree(List.of(filter.unitId()))));
        }
        if (filter.sourceKind() != null) {
            sql.add("exists (select 1 from ledger.source fs where fs.id = i.source_id and fs.kind = :kind)");
            params.put("kind", filter.sourceKind());
        }
        equal("i.leader_post_id", "leader", filter.leaderPostId(), sql, params);
        equal("i.officer_id", "officer", filter.officerId(), sql, params);
        equal("i.state", "state", filter.state() == null ? null : filter.state().name(), sql, params);
        equal("i.label", "label", filter.label(), sql, params);
        if (text != null) {
            addText(text, byPairs, filter.inReports(), past, sql, params);
        }
        return new Conditions(
                past ? "ledger.item_at(:asOf) i" : "ledger.item i", String.join(" and ", sql), params, scope, moment);
    }

    /** The end of a day that is over, this very moment for today. Refused: a day to come, and one from which nothing was kept. */
    Instant moment(@Nullable LocalDate asOf) {
        Instant now = clock.instant();
        if (asOf == null) {
            return now;
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (asOf.isAfter(today)) {
            throw LedgerError.AS_OF_TO_COME.with(Map.of("date", asOf));
        }
        Instant end = asOf.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        requireKept(end);
        return end.isAfter(now) ? now : end;
    }

    /** Refused: an instant from which nothing was kept. */
    void requireKept(Instant then) {
        jdbc.sql("select since from ledger.past_since")
                .query((row, n) -> row.getTimestamp("since").toInstant())
                .optional()
                .filter(since -> then.isBefore(since))
                .ifPresent(since -> {
                    throw LedgerError.AS_OF_TOO_EARLY.with(Map.of("date", LocalDate.ofInstant(since, zone)));
                });
    }

    Instant startOfDay(Instant moment) {
        return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).toInstant();
    }

    Instant endOfDay(Instant moment) {
        return LocalDate.ofInstant(moment, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    Instant silentSince(Instant moment) {
        return moment.minus(Duration.ofDays(settings.of(LedgerSetting.SILENCE_DAYS)));
    }

    private void addView(
            ItemFilter.View view, Instant moment, Actor viewer, List<String> sql, Map<String, Object> params) {
        switch (view) {
            case OPEN -> sql.add("i.is_open");
            case RED -> {
                sql.add("i.is_open and i.red_at <= :now");
                put(params, "now", moment);
            }
            case YELLOW -> {
                sql.add("i.is_open and i.yellow_at <= :now and (i.red_at is null or i.red_at > :now)");
                put(params, "now", moment);
            }
            case TODAY -> {
                sql.add("i.is_open and i.due >= :dayStart and i.due < :dayEnd");
                put(params, "dayStart", startOfDay(moment));
                put(params, "dayEnd", endOfDay(moment));
            }
            case SILENT -> {
                sql.add("i.is_open and i.last_activity_at < :silentSince");
                put(params, "silentSince", silentSince(moment));
            }
            case MINE -> {
                sql.add("i.is_open and i.officer_id = :me");
                params.put("me", viewer.personId());
            }
            case CLOSED -> sql.add("i.state = 'CLOSED'");
            case ENDED -> sql.add("not i.is_open");
            case ALL -> {}
        }
    }

    private static void put(Map<String, Object> params, String name, Instant instant) {
        params.put(name, java.util.Objects.requireNonNull(Sql.at(instant)));
    }

    /** What was typed means itself: no wild cards. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /**
     * The pairs find the rows by index, the text itself is then compared; a single character has no pair. The texts searched are those of
     * today, also where the list is of a day that is over.
     */
    private static void addText(
            String text,
            boolean byPairs,
            boolean inReports,
            boolean past,
            List<String> sql,
            Map<String, Object> params) {
        String folded = Fold.text(text);
        Set<String> pairs = Fold.bigrams(folded);
        boolean apart = past || inReports;
        String row = apart ? "w" : "i";
        // Nothing but marks folds to nothing, and nothing is part of every text.
        String words = folded.isEmpty()
                ? row + ".number like :plain"
                : "(" + row + ".folded like :text or " + row + ".number like :plain)";
        if (byPairs && !pairs.isEmpty()) {
            words = row + ".pairs @> cast(:pairs as text[]) and " + words;
            params.put("pairs", Sql.texts(pairs));
        }
        String reports = inReports && !pairs.isEmpty() ? IN_REPORTS : "";
        sql.add(apart ? "i.id in (select w.id from ledger.item w where " + words + reports + ")" : words);
        params.put("text", "%" + literal(folded) + "%");
        params.put("plain", "%" + literal(text.strip()) + "%");
    }

    private static void equal(
            String column, String name, @Nullable Object value, List<String> sql, Map<String, Object> params) {
        if (value != null) {
            sql.add(column + " = :" + name);
            params.put(name, value);
        }
    }
}
