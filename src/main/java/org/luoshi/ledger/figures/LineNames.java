package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.Catalogue;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that a table has, whether there is anything in them or not, in their official order and by their names of the period. */
@Component
public class LineNames {

    private final OrganizationApi organization;
    private final PastNames past;
    private final Catalogue catalogue;
    private final Texts texts;
    private final JdbcClient jdbc;

    LineNames(OrganizationApi organization, PastNames past, Catalogue catalogue, Texts texts, JdbcClient jdbc) {
        this.organization = organization;
        this.past = past;
        this.catalogue = catalogue;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** @param found keys that have figures */
    List<NamedLine> of(FiguresQuestion question, Collection<String> found, Locale locale) {
        return switch (question.grouping()) {
            case UNIT -> units(question, found, locale);
            case KIND -> plain(kinds(locale), found, "ledger.figures.no-kind", locale);
            case LEADER -> plain(leaders(found), found, "ledger.figures.no-leader", locale);
            case LIMIT_CLASS -> plain(limitClasses(locale), found, "ledger.figures.own-limit", locale);
            case MONTH ->
                question.period().months().stream()
                        .map(month -> new NamedLine(month, month, null, false))
                        .toList();
        };
    }

    /** Every unit that was there in the period, and every one that has figures. */
    private List<NamedLine> units(FiguresQuestion question, Collection<String> found, Locale locale) {
        FiguresPeriod period = question.period();
        Set<UUID> ids = new LinkedHashSet<>();
        Set<UUID> only = question.units();
        if (only == null) {
            Stream.concat(organization.unitsOn(period.from()).stream(), organization.unitsOn(period.to()).stream())
                    .filter(unit -> unit.kind() == UnitKind.UNIT || unit.kind() == UnitKind.GUEST)
                    .forEach(unit -> ids.add(unit.id()));
        } else {
            organization.units(only).values().stream()
                    .filter(unit -> wasThere(unit, period))
                    .forEach(unit -> ids.add(unit.id()));
        }
        found.stream().map(UUID::fromString).forEach(ids::add);
        List<NamedLine> lines = new ArrayList<>();
        organization.inOfficialOrder(ids).forEach(unit -> lines.add(past.on(unit, period.to())));
        if (ids.contains(FigureTotals.NOBODY)) {
            String nobody = FigureTotals.NOBODY.toString();
            lines.add(new NamedLine(nobody, texts.get(locale, "ledger.figures.no-unit"), null, false));
        }
        return lines;
    }

    private static boolean wasThere(Unit unit, FiguresPeriod period) {
        LocalDate end = unit.validTo();
        return !unit.validFrom().isAfter(period.to()) && (end == null || !end.isBefore(period.from()));
    }

    private Map<String, String> kinds(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        catalogue
                .kinds()
                .forEach(kind -> names.put(kind.code(), name(locale, "ledger.kind.", kind.code(), kind.name())));
        return names;
    }

    private Map<String, String> limitClasses(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        catalogue
                .limitClasses()
                .forEach(limit -> names.put(limit.code(), name(locale, "ledger.limit.", limit.code(), limit.name())));
        return names;
    }

    private String name(Locale locale, String prefix, String code, @Nullable String own) {
        String shipped = own == null ? texts.find(locale, prefix + code) : own;
        return shipped == null ? code : shipped;
    }

    /** By the name under which the leader signed, as it stands in the ledger; in the official order of the posts. */
    private Map<String, String> leaders(Collection<String> found) {
        Map<String, String> names = signatures(found);
        Map<String, String> ordered = new LinkedHashMap<>();
        inOfficialOrder(names.keySet()).forEach(key -> ordered.put(key, Objects.requireNonNull(names.get(key))));
        return ordered;
    }

    /** Unit by unit, and in each as its posts stand; last what is no post any more, by its first instruction. */
    private List<String> inOfficialOrder(Collection<String> keys) {
        Map<UUID, Post> posts =
                organization.posts(keys.stream().map(UUID::fromString).toList());
        Map<UUID, Integer> place = new HashMap<>();
        organization
                .inOfficialOrder(posts.values().stream().map(Post::unitId).collect(Collectors.toSet()))
                .forEach(unit -> place.put(unit.id(), place.size()));
        return keys.stream()
                .sorted(Comparator.comparing(
                        (String key) -> posts.get(UUID.fromString(key)),
                        Comparator.nullsLast(Comparator.comparing(
                                        (Post post) -> place.getOrDefault(post.unitId(), Integer.MAX_VALUE))
                                .thenComparing(Post::order))))
                .toList();
    }

    private Map<String, String> signatures(Collection<String> found) {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                select leader_post_id::text as id, string_agg(distinct leader_name, '、') as name from ledger.source
                where leader_post_id is not null and leader_name is not null group by 1 order by min(registered_at)
                """)
                .query((row, line) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        found.stream()
                .filter(key -> !names.containsKey(key) && !key.equals(FigureTotals.NOBODY.toString()))
                .forEach(key -> names.put(
                        key,
                        organization
                                .post(UUID.fromString(key))
                                .map(post -> post.title())
                                .orElse("?")));
        return names;
    }

    private List<NamedLine> plain(Map<String, String> names, Collection<String> found, String noneKey, Locale locale) {
        List<NamedLine> lines = new ArrayList<>();
        names.forEach((key, name) -> lines.add(new NamedLine(key, name, null, false)));
        found.stream()
                .filter(key -> !names.containsKey(key))
                .sorted()
                .forEach(key -> lines.add(new NamedLine(
                        key,
                        key.isEmpty() || key.equals(FigureTotals.NOBODY.toString()) ? texts.get(locale, noneKey) : key,
                        null,
                        false)));
        return lines;
    }
}
