package org.luoshi.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.core.AreaFinder;
import org.luoshi.organization.core.Directory;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.SeatService;
import org.luoshi.organization.core.StaffService;
import org.luoshi.organization.core.TypedUnits;
import org.luoshi.organization.core.UnitFinder;
import org.luoshi.organization.core.UnitService;
import org.luoshi.organization.core.UnitTree;
import org.luoshi.organization.core.WrittenNames;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Units, posts and people, always in the official order. */
@Component
public class OrganizationApi {

    private final Directory directory;
    private final UnitTree tree;
    private final UnitFinder finder;
    private final TypedUnits typed;
    private final AreaFinder areas;
    private final WrittenNames writtenNames;
    private final UnitService unitService;
    private final StaffService staff;
    private final SeatService seats;
    private final OrganizationQueries queries;

    OrganizationApi(
            Directory directory,
            UnitTree tree,
            UnitFinder finder,
            TypedUnits typed,
            AreaFinder areas,
            WrittenNames writtenNames,
            UnitService unitService,
            StaffService staff,
            SeatService seats,
            OrganizationQueries queries) {
        this.directory = directory;
        this.tree = tree;
        this.finder = finder;
        this.typed = typed;
        this.areas = areas;
        this.writtenNames = writtenNames;
        this.unitService = unitService;
        this.staff = staff;
        this.seats = seats;
        this.queries = queries;
    }

    /** Our own office, the root of its divisions; empty before the set-up. */
    public Optional<Unit> office() {
        return directory.office();
    }

    public Optional<Unit> unit(UUID id) {
        return directory.unit(id);
    }

    /** Those of the ids that exist, whatever their validity. */
    public Map<UUID, Unit> units(Collection<UUID> ids) {
        return directory.units(ids);
    }

    /**
     * The directory: units valid on that day, depth first, siblings in the official order, all but areas. Areas may be hundreds of
     * thousands; they are found by {@link #searchUnits}, {@link #unitByCode}, {@link #childrenOf} or by streaming with {@link #eachUnit}.
     */
    public List<Unit> unitsOn(LocalDate day) {
        return directory.unitsOn(day);
    }

    /** The unit that has not ended with this code, the area where an area and another unit share it. */
    public Optional<Unit> unitByCode(String code) {
        return tree.byCode(code);
    }

    /** The units directly below, areas too, valid on that day, in the official order; for no parent the roots. */
    public List<Unit> childrenOf(@Nullable UUID parentId, LocalDate day) {
        return tree.children(parentId, day);
    }

    /**
     * Reads all units whatever their validity, areas too: parents before their children, siblings in the official order. They are streamed
     * and never all in memory; what the reader throws ends the reading.
     */
    public void eachUnit(Consumer<UnitInTree> reader) {
        tree.each(reader);
    }

    /** A number that has grown whenever any unit was added, changed, moved, ended or merged; cheap to ask for. */
    public long treeRevision() {
        return tree.revision();
    }

    /** These units and everything below them, whatever its validity. */
    public Set<UUID> subtree(Collection<UUID> unitIds) {
        return directory.subtree(unitIds);
    }

    /**
     * Valid units and areas by part of a name, short name, alias or pinyin initials, simplified and traditional alike; best first, towns and
     * villages last.
     */
    public List<Unit> searchUnits(String query, int limit) {
        return finder.search(query, limit);
    }

    /** What a name written by somebody else may mean, best first; exact matches have confidence 1. Nothing below 0.4 is offered, and no town or village. */
    public List<UnitMatch> matchUnits(String writtenName, int limit) {
        return finder.match(writtenName, limit);
    }

    /**
     * What was typed into a field for units (layout/unitPicker): names separated by 、 , ; or line ends. Codes are understood too, and areas
     * by their name with the areas above: 城关镇（安徽省阜阳市临泉县） and 安徽省临泉县城关镇.
     */
    public WrittenUnits writtenUnits(String text) {
        return typed.written(text);
    }

    /** The one unit that exactly this name, alias, code or area with the areas above means; empty where none or more than one does. */
    public Optional<Unit> unitNamed(String written) {
        return typed.named(written);
    }

    /** For each area its name with the areas above, as people tell namesakes apart and {@link #writtenUnits} understands; other units' names. */
    public Map<UUID, String> fullNames(Collection<Unit> units) {
        return areas.wordings(units);
    }

    /**
     * What the unit names of a table or a paper mean, in the order given. A name that the register knows for certain is taken, a collective one
     * is left out, one with nothing near is new; where something is near, a person decides. 审批服务局 and 市审批服务局 are one new unit.
     *
     * @param written names with how often each is written
     * @param decisions by written name: {@code use:<id>}, {@code new} or {@code leave}; what is none of these, or names no unit, counts as undecided
     */
    public Map<String, WrittenName> resolveWritten(Map<String, Integer> written, Map<String, String> decisions) {
        return writtenNames.resolve(written, decisions);
    }

    /**
     * The units of resolved names by the names as written, without those that are left out or undecided. Units that are new are made in the
     * caller's transaction, each once, as units from outside. Refused ({@code organization.name-taken}) where one of that name was made
     * meanwhile.
     */
    public Map<String, UUID> unitsFor(Collection<WrittenName> names, Actor actor) {
        return writtenNames.unitsFor(names, actor);
    }

    /** These units in the official order of the whole tree. */
    public List<Unit> inOfficialOrder(Collection<UUID> ids) {
        return directory.inOfficialOrder(ids);
    }

    public Unit addUnit(NewUnit unit, Actor actor) {
        return unitService.add(unit, actor);
    }

    /** From that day on {@code unitId} is part of {@code intoId} and no unit of its own; its work goes to {@code intoId}. Publishes {@link UnitMerged}. */
    public void mergeUnit(UUID unitId, UUID intoId, LocalDate on, Actor actor) {
        unitService.merge(unitId, intoId, on, null, actor);
    }

    public Optional<Post> post(UUID id) {
        return directory.post(id);
    }

    public Map<UUID, Post> posts(Collection<UUID> ids) {
        return directory.posts(ids);
    }

    public List<Post> postsOf(UUID unitId) {
        return directory.postsOf(unitId);
    }

    /** The posts of these units that exist today or later, unit by unit in their order. */
    public List<Post> postsOf(Collection<UUID> unitIds) {
        return directory.postsOf(unitIds);
    }

    public Post addPost(UUID unitId, String title, @Nullable UUID servesPostId, Actor actor) {
        return staff.addPost(unitId, title, servesPostId, actor);
    }

    public Optional<Person> person(UUID id) {
        return directory.person(id);
    }

    /** Whether the person's last day in the office was before that day. */
    public boolean hasLeft(UUID id, LocalDate day) {
        return directory.hasLeft(id, day);
    }

    public Map<UUID, Person> people(Collection<UUID> ids) {
        return directory.people(ids);
    }

    /** People by part of the name or pinyin initials. */
    public List<Person> searchPeople(String query, int limit) {
        return directory.searchPeople(query, limit);
    }

    /** People who have not left and whose registered mail address this is, whatever its case; more than one where they share it. */
    public List<Person> peopleWithEmail(String address) {
        return directory.peopleWithEmail(address);
    }

    /** What the picker writes for these people: name with unit and post; {@link #personWritten} understands it again. */
    public Map<UUID, String> personLabels(Collection<UUID> ids) {
        return queries.personLabels(ids);
    }

    /**
     * The person that was typed into a field for people (layout/personPicker): a name, or a name with the unit and post that the list shows.
     * Refused where nobody or more than one is meant ({@code organization.unknown-name}, {@code organization.person-unclear}).
     */
    public Person personWritten(String written) {
        return queries.personWritten(written);
    }

    public Person addPerson(String name, @Nullable String telephone, @Nullable String email, Actor actor) {
        return staff.addPerson(name, telephone, email, actor);
    }

    /** Puts a person on a post from that day on; who held it before leaves it the day before. Publishes {@link PostHandedOver}. */
    public void seat(UUID personId, UUID postId, LocalDate from, Actor actor) {
        seats.seat(personId, postId, from, actor);
    }

    /** The posts that the person holds on that day. */
    public List<Post> postsHeldBy(UUID personId, LocalDate day) {
        return directory.postsHeldBy(personId, day);
    }

    /** Who holds these posts on that day. */
    public List<Holding> holdersOf(Collection<UUID> postIds, LocalDate day) {
        return directory.holdersOf(postIds, day);
    }
}
