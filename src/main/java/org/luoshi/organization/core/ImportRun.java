package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.IMPORT_BAD_EMAIL;
import static org.luoshi.organization.core.OrganizationError.IMPORT_BAD_ORDER;
import static org.luoshi.organization.core.OrganizationError.IMPORT_CIRCLE;
import static org.luoshi.organization.core.OrganizationError.IMPORT_WITHOUT_UNIT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Holding;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SheetRow;

/** One pass over a table, row by row, in the caller's transaction. A row that is refused is told and the pass goes on. */
final class ImportRun {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Directory directory;
    private final UnitFinder finder;
    private final TypedUnits typed;
    private final UnitService units;
    private final StaffService staff;
    private final SeatService seats;
    private final ImportOptions options;
    private final Actor actor;
    private final List<ImportLine> lines = new ArrayList<>();
    private final Map<String, SheetRow> waiting = new HashMap<>();
    private final Set<Integer> visited = new HashSet<>();
    private final Map<String, Unit> made = new HashMap<>();

    ImportRun(
            Directory directory,
            UnitFinder finder,
            TypedUnits typed,
            UnitService units,
            StaffService staff,
            SeatService seats,
            ImportOptions options,
            Actor actor) {
        this.directory = directory;
        this.finder = finder;
        this.typed = typed;
        this.units = units;
        this.staff = staff;
        this.seats = seats;
        this.options = options;
        this.actor = actor;
    }

    List<ImportLine> over(List<SheetRow> rows, Runnable step) {
        rows.forEach(row -> waiting.putIfAbsent(Fold.text(options.text(row, ImportColumn.UNIT)), row));
        for (SheetRow row : rows) {
            visit(row);
            step.run();
        }
        lines.sort(Comparator.comparingInt(ImportLine::number));
        return lines;
    }

    private void visit(SheetRow row) {
        String unitName = options.text(row, ImportColumn.UNIT);
        String personName = options.text(row, ImportColumn.PERSON);
        if (unitName.isEmpty() && personName.isEmpty() || !visited.add(row.number())) {
            return;
        }
        String what = personName.isEmpty() ? unitName : unitName.isEmpty() ? personName : unitName + " " + personName;
        try {
            List<Boolean> isNew = new ArrayList<>();
            @Nullable Unit unit = unitName.isEmpty() ? null : unit(row, unitName, isNew);
            if (!personName.isEmpty()) {
                person(row, personName, unit, isNew);
            }
            boolean anythingNew = isNew.contains(true);
            lines.add(new ImportLine(
                    row.number(),
                    what,
                    anythingNew ? ImportLine.Kind.NEW : ImportLine.Kind.KNOWN,
                    anythingNew ? "organization.import.new" : "organization.import.known",
                    Map.of()));
        } catch (BusinessException refusal) {
            lines.add(new ImportLine(
                    row.number(), what, ImportLine.Kind.ERROR, refusal.error().code(), refusal.details()));
        }
    }

    private Unit unit(SheetRow row, String name, List<Boolean> isNew) {
        @Nullable Unit parent = parent(row);
        Optional<Unit> known =
                known(name, parent, !options.text(row, ImportColumn.PARENT).isEmpty());
        isNew.add(known.isEmpty());
        Unit unit = known.orElseGet(() -> units.add(newUnit(row, name, parent), actor));
        made.putIfAbsent(Fold.text(name), unit);
        return unit;
    }

    private @Nullable Unit parent(SheetRow row) {
        String own = options.text(row, ImportColumn.PARENT);
        String name = own.isEmpty() ? options.parent() : own;
        if (name.isBlank()) {
            return null;
        }
        String folded = Fold.text(name);
        SheetRow above = waiting.get(folded);
        if (above != null && above.number() == row.number()) {
            throw IMPORT_CIRCLE.with(Map.of("name", name));
        }
        if (above != null) {
            visit(above);
        }
        Unit just = made.get(folded);
        return just != null ? just : typed.require(name);
    }

    private Optional<Unit> known(String name, @Nullable Unit parent, boolean parentIsWritten) {
        @Nullable UUID parentId = parent == null ? null : parent.id();
        List<Unit> same = finder.match(name, 20).stream()
                .filter(match -> match.confidence() == 1)
                .map(UnitMatch::unit)
                .toList();
        Optional<Unit> sibling = same.stream()
                .filter(unit -> java.util.Objects.equals(unit.parentId(), parentId))
                .findFirst();
        return sibling.isPresent() || parentIsWritten || same.size() != 1 ? sibling : Optional.of(same.get(0));
    }

    private NewUnit newUnit(SheetRow row, String name, @Nullable Unit parent) {
        String shortName = options.text(row, ImportColumn.SHORT_NAME);
        String code = options.text(row, ImportColumn.CODE);
        List<String> aliases = Arrays.stream(
                        options.text(row, ImportColumn.ALIASES).split("[、,，;；\\n]+"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
        return new NewUnit(
                parent == null ? null : parent.id(),
                code.isEmpty() ? null : code,
                name,
                shortName.isEmpty() ? name : shortName,
                aliases,
                options.kind(),
                order(row),
                options.from());
    }

    private @Nullable Integer order(SheetRow row) {
        String order = options.text(row, ImportColumn.ORDER);
        boolean describesUnit = options.text(row, ImportColumn.PERSON).isEmpty();
        if (order.isEmpty() || !describesUnit) {
            return null;
        }
        if (!order.matches("[1-9][0-9]{0,6}")) {
            throw IMPORT_BAD_ORDER.with(Map.of("order", order));
        }
        return Integer.valueOf(order);
    }

    private void person(SheetRow row, String name, @Nullable Unit unit, List<Boolean> isNew) {
        String email = options.text(row, ImportColumn.EMAIL);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw IMPORT_BAD_EMAIL.with(Map.of("email", email));
        }
        String title = options.text(row, ImportColumn.POST);
        if (unit == null && !title.isEmpty()) {
            throw IMPORT_WITHOUT_UNIT.with(Map.of("title", title));
        }
        String telephone = options.text(row, ImportColumn.TELEPHONE);
        Optional<Person> known = known(name, telephone, unit);
        isNew.add(known.isEmpty());
        Person person = known.orElseGet(() ->
                staff.addPerson(name, telephone.isEmpty() ? null : telephone, email.isEmpty() ? null : email, actor));
        if (unit != null && !title.isEmpty()) {
            isNew.add(seat(person, unit, title));
        }
    }

    /** Somebody of that name in that unit, or with that telephone number. */
    private Optional<Person> known(String name, String telephone, @Nullable Unit unit) {
        return directory.searchPeople(name, 100).stream()
                .filter(person -> person.name().equals(name))
                .filter(person -> !telephone.isEmpty() && telephone.equals(person.telephone())
                        || unit != null
                                && directory.postsHeldBy(person.id(), options.from()).stream()
                                        .anyMatch(post -> post.unitId().equals(unit.id())))
                .findFirst();
    }

    /** On a vacant post of that title, or on a new one; false where the person sits there already. */
    private boolean seat(Person person, Unit unit, String title) {
        List<Post> same = directory.postsOf(unit.id()).stream()
                .filter(post -> Fold.text(post.title()).equals(Fold.text(title)))
                .toList();
        Map<UUID, UUID> holders = new HashMap<>();
        for (Holding holding : directory.holdersOf(same.stream().map(Post::id).toList(), options.from())) {
            holders.put(holding.postId(), holding.personId());
        }
        if (holders.containsValue(person.id())) {
            return false;
        }
        Post post = same.stream()
                .filter(one -> !holders.containsKey(one.id()))
                .findFirst()
                .orElseGet(() -> staff.addPost(unit.id(), title, null, actor));
        seats.seat(person.id(), post.id(), options.from(), actor);
        return true;
    }
}
