package org.luoshi.ledger.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemField;
import org.luoshi.ledger.core.ItemLookup;
import org.luoshi.ledger.core.ItemRewriting;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands an edited cell, or refuses it with the reason. Nothing is changed here. */
@Component
class TableFields {

    private final TableUnits units;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final ItemLookup lookup;
    private final ItemRewriting rewriting;
    private final RequestService requests;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    TableFields(
            TableUnits units,
            OrganizationApi organization,
            AccessApi access,
            ItemLookup lookup,
            ItemRewriting rewriting,
            RequestService requests,
            Texts texts,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.units = units;
        this.organization = organization;
        this.access = access;
        this.lookup = lookup;
        this.rewriting = rewriting;
        this.requests = requests;
        this.texts = texts;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param line the item as it is; null for a row that is to become one */
    TableEdit read(TableColumn column, TableRow row, @Nullable TableLine line, Actor actor) {
        String written = row.cell(column);
        ItemField field = Objects.requireNonNull(column.field());
        if (field != ItemField.LIMIT) {
            requireOpen(field, line);
        }
        return switch (column) {
            case TITLE -> title(written);
            case POINTS -> points(written);
            case LEAD -> {
                UUID lead = written.isEmpty() ? null : units.one(written);
                yield TableEdit.of(terms -> terms.leadUnitId = lead);
            }
            case CO -> coUnits(units.all(written));
            case DUTY -> duties(written);
            case LIMIT -> limit(written, row, line, actor);
            case CYCLE -> cycle(written);
            case OFFICER -> officer(written);
            case LABEL -> label(written);
            case FORECAST -> {
                LocalDate day = day(written);
                yield TableEdit.of(terms -> terms.forecast = day);
            }
            case PARENT -> parent(written, line, actor);
            default -> throw new IllegalStateException(column + " is only to be read");
        };
    }

    private static void requireOpen(ItemField field, @Nullable TableLine line) {
        if (line != null && !field.mayChangeIn(line.state())) {
            throw (line.state().isOpen() ? TableError.ONLY_DRAFTS : TableError.ENDED).plain();
        }
    }

    private static TableEdit title(String written) {
        String title = written.replaceAll("\\s*\\n\\s*", " ");
        if (title.isEmpty()) {
            throw TableError.NOT_EMPTY.plain();
        }
        requireLength(title, PaperToFile.Item.LONGEST_TITLE);
        return TableEdit.of(terms -> terms.title = title);
    }

    private static TableEdit points(String written) {
        List<String> points = lines(written);
        points.forEach(point -> requireLength(point, PaperToFile.Item.LONGEST_REQUIREMENT));
        if (points.size() > PaperToFile.Item.MOST_REQUIREMENTS) {
            throw TableError.TOO_MANY_POINTS.with(Map.of("maximum", PaperToFile.Item.MOST_REQUIREMENTS));
        }
        return TableEdit.of(terms -> terms.points = points);
    }

    /** Who stays keeps what it has to do and its own limit. */
    private static TableEdit coUnits(List<UUID> wanted) {
        return TableEdit.of(terms -> {
            Map<UUID, DraftItem.CoUnit> before = new LinkedHashMap<>();
            terms.coUnits.forEach(co -> before.put(co.unitId(), co));
            terms.coUnits = wanted.stream()
                    .map(id -> before.getOrDefault(id, new DraftItem.CoUnit(id, null, null)))
                    .toList();
        });
    }

    /** One line for each co-unit: 财务保障局：落实资金. Who has no line any more has nothing of its own to do. */
    private TableEdit duties(String written) {
        Map<UUID, String> duties = new LinkedHashMap<>();
        for (String line : lines(written)) {
            String[] parts = line.split("[：:]", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw TableError.DUTY_WITHOUT_UNIT.with(Map.of("line", line));
            }
            requireLength(parts[1].strip(), PaperToFile.CoUnit.LONGEST_DUTY);
            duties.put(units.one(parts[0].strip()), parts[1].strip());
        }
        return TableEdit.of(terms -> {
            List<UUID> known =
                    terms.coUnits.stream().map(DraftItem.CoUnit::unitId).toList();
            if (!known.containsAll(duties.keySet())) {
                throw TableError.DUTY_WITHOUT_UNIT.with(Map.of("line", written));
            }
            terms.coUnits = terms.coUnits.stream()
                    .map(co -> new DraftItem.CoUnit(co.unitId(), duties.get(co.unitId()), co.due()))
                    .toList();
        });
    }

    /** A draft's limit is written; one that was given to the units is moved by a request alone, which somebody else decides. */
    private TableEdit limit(String written, TableRow row, @Nullable TableLine line, Actor actor) {
        LocalDate day = day(written);
        if (line == null || line.state() == ItemState.DRAFT) {
            return TableEdit.of(terms -> terms.due = day);
        }
        if (!line.state().isOpen()) {
            throw TableError.ENDED.plain();
        }
        if (line.state() == ItemState.PENDING_APPROVAL || line.state() == ItemState.FILED) {
            throw TableError.LIMIT_NOT_ISSUED.plain();
        }
        if (day == null) {
            throw TableError.LIMIT_NOT_REMOVED.plain();
        }
        String reason = row.cell(TableColumn.REASON);
        if (reason.isEmpty()) {
            throw TableError.LIMIT_NEEDS_REASON.plain();
        }
        boolean asked =
                jdbc.sql("""
                select exists (select 1 from ledger.change_request
                               where item_id = :id and kind = 'EXTENSION' and state in ('ASKED', 'UNIT_SIGNED', 'SEEN'))
                """).param("id", line.id()).query(Boolean.class).single();
        if (asked) {
            throw TableError.REQUEST_OPEN.plain();
        }
        requests.requireAskable(line.id(), extension(day, reason), actor);
        return new TableEdit(null, day, reason);
    }

    static NewRequest extension(LocalDate day, String reason) {
        return new NewRequest(RequestKind.EXTENSION, null, reason, null, day, null, null, null);
    }

    private TableEdit cycle(String written) {
        if (written.isEmpty()) {
            throw TableError.NOT_EMPTY.plain();
        }
        Cycle cycle = Arrays.stream(Cycle.values())
                .filter(known -> List.of(Texts.SIMPLIFIED, Texts.ENGLISH).stream()
                        .anyMatch(language -> isWord(language, known, written)))
                .findFirst()
                .orElseThrow(() -> TableError.NOT_A_CYCLE.with(Map.of("written", written)));
        return TableEdit.of(terms -> terms.cycle = cycle);
    }

    private boolean isWord(Locale language, Cycle cycle, String written) {
        return Fold.text(texts.get(language, "ledger.cycle." + cycle.name())).equals(Fold.text(written));
    }

    private TableEdit officer(String written) {
        if (written.isEmpty()) {
            throw TableError.NOT_EMPTY.plain();
        }
        UUID person = organization.personWritten(written).id();
        if (Permissions.officeSeat(access.actor(person)).isEmpty()) {
            throw TableError.NO_OFFICER.with(Map.of("person", written));
        }
        return TableEdit.of(terms -> terms.officerId = person);
    }

    private static TableEdit label(String written) {
        String label = written.replaceAll("\\s*\\n\\s*", " ");
        requireLength(label, PaperToFile.Item.LONGEST_LABEL);
        return TableEdit.of(terms -> terms.label = label.isEmpty() ? null : label);
    }

    private TableEdit parent(String written, @Nullable TableLine line, Actor actor) {
        UUID parent = written.isEmpty() ? null : lookup.byReference(written, actor);
        if (line != null) {
            requireParent(line.id(), parent, actor);
        }
        return TableEdit.of(terms -> terms.parentId = parent);
    }

    private void requireParent(UUID itemId, @Nullable UUID parent, Actor actor) {
        try {
            rewriting.requireParent(itemId, parent, actor);
        } catch (BusinessException refusal) {
            throw refusal.error() == LedgerError.SAME_ITEM ? TableError.PARENT_BELOW.plain() : refusal;
        }
    }

    private @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : TableDay.read(written, LocalDate.now(clock.withZone(zone)));
    }

    private static List<String> lines(String written) {
        List<String> lines = new ArrayList<>();
        written.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }

    private static void requireLength(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw TableError.TOO_LONG.with(Map.of("longest", longest));
        }
    }

    /** What a new row says about a column; null where it says nothing that a draft can take. */
    @Nullable
    TableEdit readNew(TableColumn column, TableRow row, Actor actor) {
        boolean said = !row.cell(column).isEmpty() && column.field() != null && column != TableColumn.REASON;
        return said ? read(column, row, null, actor) : null;
    }
}
