package org.luoshi.ledger.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.ledger.core.Light;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.Part;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items as rows of a sheet, in the words of one language and as far as the viewer may see them. */
@Component
@Transactional(readOnly = true)
class TableLines {

    private static final int LONGEST_REPORT = 500;

    private final ItemList list;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final ZoneId zone;

    TableLines(ItemList list, OrganizationApi organization, JdbcClient jdbc, Texts texts, ZoneId zone) {
        this.list = list;
        this.organization = organization;
        this.jdbc = jdbc;
        this.texts = texts;
        this.zone = zone;
    }

    /** What a row says beside what the list says. */
    private record More(
            UUID id,
            @Nullable String sourceNumber,
            @Nullable String leaderName,
            UUID officerId,
            @Nullable String label,
            @Nullable LocalDate forecast,
            @Nullable UUID leadUnitId,
            @Nullable String points,
            @Nullable String parent,
            @Nullable Instant reportedAt,
            @Nullable UUID reportedBy,
            @Nullable String report) {}

    private record Co(UUID itemId, UUID unitId, @Nullable String duty) {}

    /** Those of the items that the viewer may see. */
    Map<UUID, TableLine> visible(Collection<UUID> ids, Locale language, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        List<UUID> seen = scope.bind(
                        jdbc.sql("select i.id from ledger.item i where i.id = any(:ids) and " + scope.condition())
                                .param("ids", Sql.ids(ids)))
                .query(UUID.class)
                .list();
        return of(list.rows(seen), null, language, viewer).stream()
                .collect(Collectors.toMap(TableLine::id, line -> line));
    }

    /** The rows of a list that the viewer was shown, in their order; with what belongs to them now, or at the end of that day. */
    List<TableLine> of(List<ItemRow> rows, @Nullable LocalDate asOf, Locale language, Actor viewer) {
        List<UUID> ids = rows.stream().map(ItemRow::id).toList();
        Instant moment = asOf == null
                ? null
                : asOf.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        Map<UUID, More> more = more(ids, moment, viewer);
        Map<UUID, List<Co>> coUnits = coUnits(ids, moment);
        Names names = names(more.values(), coUnits.values());
        List<TableLine> lines = new ArrayList<>();
        for (ItemRow row : rows) {
            More beside = more.get(row.id());
            if (beside != null) {
                lines.add(line(row, beside, coUnits.getOrDefault(row.id(), List.of()), names, language));
            }
        }
        return lines;
    }

    private Map<UUID, List<Co>> coUnits(List<UUID> ids, @Nullable Instant moment) {
        return jdbc
                .sql("""
                select a.item_id, a.unit_id, a.duty from %s a
                where a.item_id = any(:ids) and a.part = :part and a.state <> 'MOVED' order by a.item_id, a.position, a.id
                """.formatted(moment == null ? "ledger.assignment" : "ledger.assignment_at(:at)"))
                .param("ids", Sql.ids(ids))
                .param("part", Part.CO.name())
                .param("at", Sql.at(moment))
                .query(Co.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Co::itemId));
    }

    private record Names(Map<UUID, Unit> units, Map<UUID, Person> people) {

        String unit(@Nullable UUID id) {
            Unit unit = id == null ? null : units.get(id);
            return unit == null ? "" : unit.shortName();
        }

        String person(UUID id) {
            Person person = people.get(id);
            return person == null ? "" : person.name();
        }
    }

    private Names names(Collection<More> more, Collection<List<Co>> coUnits) {
        Set<UUID> units = new HashSet<>();
        more.forEach(beside -> {
            add(units, beside.leadUnitId());
            add(units, beside.reportedBy());
        });
        coUnits.forEach(all -> all.forEach(co -> units.add(co.unitId())));
        Set<UUID> officers = more.stream().map(More::officerId).collect(Collectors.toSet());
        return new Names(organization.units(units), organization.people(officers));
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private Map<UUID, More> more(List<UUID> ids, @Nullable Instant moment, Actor viewer) {
        String items = moment == null ? "ledger.item" : "ledger.item_at(:at)";
        LedgerScope scope = LedgerScope.of(viewer, organization);
        Map<UUID, More> all = new HashMap<>();
        scope.bind(jdbc.sql("""
                with parent as (
                    select i.id, coalesce(i.number, i.title) as reference from ledger.item i
                    where i.id in (select x.parent_id from %s x where x.id = any(:ids)) and %s)
                select x.id, s.number as source_number, x.leader_name, x.officer_id, x.label, x.forecast, x.lead_unit_id,
                       (select string_agg(r.text, E'\\n' order by r.position) from ledger.requirement r where r.item_id = x.id) as points,
                       p.reference as parent, f.submitted_at as reported_at, f.unit_id as reported_by, f.body as report
                from %s x
                left join ledger.source s on s.id = x.source_id
                left join parent p on p.id = x.parent_id
                left join lateral (
                    select f.submitted_at, f.unit_id, left(f.body, :longest) as body
                    from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                    where t.item_id = x.id and f.state = 'SUBMITTED' and f.submitted_at <= coalesce(cast(:at as timestamptz), 'infinity')
                    order by f.submitted_at desc, f.id desc limit 1) f on true
                where x.id = any(:ids)
                """.formatted(items, scope.condition(), items))
                        .param("ids", Sql.ids(ids))
                        .param("at", Sql.at(moment))
                        .param("longest", LONGEST_REPORT))
                .query(More.class)
                .list()
                .forEach(beside -> all.put(beside.id(), beside));
        return all;
    }

    private TableLine line(ItemRow row, More more, List<Co> coUnits, Names names, Locale language) {
        Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
        put(cells, TableColumn.NUMBER, row.number());
        put(cells, TableColumn.TITLE, row.title());
        put(
                cells,
                TableColumn.STATE,
                texts.get(language, "ledger.state." + row.state().name()));
        put(cells, TableColumn.LIGHT, light(row, language));
        put(cells, TableColumn.LEAD, names.unit(more.leadUnitId()));
        put(
                cells,
                TableColumn.CO,
                coUnits.stream().map(co -> names.unit(co.unitId())).collect(Collectors.joining("、")));
        put(
                cells,
                TableColumn.DUTY,
                coUnits.stream()
                        .filter(co -> co.duty() != null && !co.duty().isBlank())
                        .map(co -> names.unit(co.unitId()) + "：" + oneLine(co.duty()))
                        .collect(Collectors.joining("\n")));
        put(cells, TableColumn.POINTS, more.points());
        put(cells, TableColumn.LIMIT, row.due() == null ? text(row.givenDue()) : day(row.due()));
        put(cells, TableColumn.ORIGINAL_LIMIT, day(row.originalDue()));
        put(
                cells,
                TableColumn.CYCLE,
                texts.get(language, "ledger.cycle." + row.cycle().name()));
        put(cells, TableColumn.OFFICER, names.person(more.officerId()));
        put(cells, TableColumn.LABEL, more.label());
        put(cells, TableColumn.FORECAST, text(more.forecast()));
        put(cells, TableColumn.PARENT, more.parent());
        put(cells, TableColumn.SOURCE_KIND, kind(row, language));
        put(cells, TableColumn.SOURCE_TITLE, row.sourceTitle());
        put(cells, TableColumn.SOURCE_NUMBER, more.sourceNumber());
        put(cells, TableColumn.LEADER, more.leaderName());
        put(cells, TableColumn.LATEST_REPORT, report(more, names));
        put(cells, TableColumn.LAST_ACTIVITY, day(row.lastActivityAt()));
        return new TableLine(row.id(), row.version(), row.state(), row.number(), row.title(), cells);
    }

    private static void put(Map<TableColumn, String> cells, TableColumn column, @Nullable String text) {
        cells.put(column, text == null ? "" : TableCells.of(text));
    }

    /** The computed light, and beside it the one that the office has set. */
    private String light(ItemRow row, Locale language) {
        Light light = row.light();
        String word = light.colour() == LightColour.GREY && "stopped".equals(light.why())
                ? texts.get(language, "ledger.light.stopped")
                : texts.get(language, "ledger.light." + light.colour().name());
        LightColour set = row.overrideLight();
        return set == null
                ? word
                : texts.get(
                        language,
                        "ledger.tables.light-set",
                        "light",
                        word,
                        "set",
                        texts.get(language, "ledger.light." + set.name()));
    }

    private @Nullable String kind(ItemRow row, Locale language) {
        if (row.sourceKindName() != null || row.sourceKind() == null) {
            return row.sourceKindName();
        }
        return Objects.requireNonNullElse(texts.find(language, "ledger.kind." + row.sourceKind()), row.sourceKind());
    }

    private String report(More more, Names names) {
        return more.report() == null
                ? ""
                : day(more.reportedAt()) + " " + names.unit(more.reportedBy()) + "：" + more.report();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, zone).toString();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
