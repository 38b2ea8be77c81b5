package org.luoshi.branch.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.BranchKind;
import org.luoshi.branch.core.BranchPost;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.NewBranch;
import org.luoshi.branch.core.NewMember;
import org.luoshi.branch.core.Trait;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.shared.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A branch of the invented office with one group per division and a year of life, made through the room's own services. */
@Component
class InventedBranchLife implements DemonstrationPart {

    private static final int AFTER_THE_LEDGER = 300;

    private final OrganizationApi organization;
    private final BranchService branches;
    private final GroupService groups;
    private final YearOfLife life;
    private final ZoneId zone;

    InventedBranchLife(
            OrganizationApi organization, BranchService branches, GroupService groups, YearOfLife life, ZoneId zone) {
        this.organization = organization;
        this.branches = branches;
        this.groups = groups;
        this.life = life;
        this.zone = zone;
    }

    @Override
    public int order() {
        return AFTER_THE_LEDGER;
    }

    @Override
    public void make(Demonstration demonstration) {
        Unit office = organization.office().orElseThrow();
        LocalDate begin =
                LocalDate.ofInstant(demonstration.now(), zone).minusYears(1).withDayOfYear(1);
        Map<String, UUID> people = new HashMap<>();
        Map<String, Set<Trait>> traits = new HashMap<>();
        Instant first = begin.plusDays(2).atTime(9, 0).atZone(zone).toInstant();
        UUID[] branch = new UUID[1];
        demonstration.at(first, () -> {
            peopleOf(office, begin, people);
            addPeople(office, begin, people, traits);
            branch[0] = found(office, begin, people, traits);
        });
        life.live(demonstration, branch[0], people, begin);
    }

    /** Everybody with a post in the office or one of its divisions, by name. */
    private void peopleOf(Unit office, LocalDate day, Map<String, UUID> people) {
        List<Post> posts = new ArrayList<>(organization.postsOf(office.id()));
        organization.unitsOn(day).stream()
                .filter(unit -> office.id().equals(unit.parentId()))
                .forEach(division -> posts.addAll(organization.postsOf(division.id())));
        List<UUID> holders = organization.holdersOf(posts.stream().map(Post::id).toList(), day.plusDays(2)).stream()
                .map(Holding::personId)
                .distinct()
                .toList();
        organization.people(holders).values().forEach(person -> people.put(person.name(), person.id()));
        // Leaders above the office have branches of their own.
        List.of("高瞻远", "宏图展").forEach(people::remove);
    }

    private void addPeople(Unit office, LocalDate since, Map<String, UUID> people, Map<String, Set<Trait>> traits) {
        Map<String, UUID> divisions = new HashMap<>();
        organization.unitsOn(since).forEach(unit -> divisions.put(unit.shortName(), unit.id()));
        for (List<String> row : rows()) {
            UUID unit = row.get(1).equals("-") ? office.id() : divisions.get(row.get(1));
            UUID person = people.get(row.get(3));
            if (person == null) {
                person = organization
                        .addPerson(row.get(3), null, null, Actor.system())
                        .id();
                Post post = organization.addPost(Objects.requireNonNull(unit), row.get(2), null, Actor.system());
                organization.seat(person, post.id(), since, Actor.system());
                people.put(row.get(3), person);
            }
            Set<Trait> noted = EnumSet.noneOf(Trait.class);
            for (String trait : row.get(5).split(",")) {
                if (!trait.equals("-")) {
                    noted.add(Trait.valueOf(trait));
                }
            }
            traits.put(row.get(3), noted);
        }
    }

    private static List<List<String>> rows() {
        try {
            return new ClassPathResource("demonstration/branch.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID found(Unit office, LocalDate begin, Map<String, UUID> people, Map<String, Set<Trait>> traits) {
        UUID branch = branches.found(
                new NewBranch(
                        office.shortName() + "党支部",
                        office.id(),
                        BranchKind.ORDINARY,
                        "每月第一个星期五",
                        begin,
                        null,
                        List.of(),
                        null),
                Actor.system());
        int number = 0;
        for (Map.Entry<String, UUID> person : new TreeMap<>(people).entrySet()) {
            number++;
            boolean probationary = person.getKey().equals("常记之");
            LocalDate joined = probationary
                    ? begin.minusMonths(3)
                    : begin.minusYears(4 + number % 20).plusDays(number * 11L);
            Set<Trait> noted = traits.getOrDefault(person.getKey(), Set.of());
            branches.admit(
                    branch,
                    new NewMember(
                            person.getValue(),
                            begin,
                            joined,
                            probationary ? null : joined.plusYears(1),
                            person.getKey().equals("甄落实") ? Set.of(Trait.LEADER) : noted,
                            null),
                    Actor.system());
        }
        elect(branch, begin, people);
        groups.proposal(branch, Actor.system())
                .forEach(group -> groups.add(
                        branch,
                        group.division().shortName() + "党小组",
                        group.division().id(),
                        group.leaderId(),
                        group.members(),
                        begin,
                        Actor.system()));
        return branch;
    }

    private void elect(UUID branch, LocalDate on, Map<String, @Nullable UUID> people) {
        Map<BranchPost, UUID> elected = new HashMap<>();
        elected.put(BranchPost.SECRETARY, people.get("程督成"));
        elected.put(BranchPost.ORGANISATION, people.get("纪要全"));
        elected.put(BranchPost.PUBLICITY, people.get("闻必核"));
        elected.put(BranchPost.DISCIPLINE, people.get("计清账"));
        branches.elect(
                branch,
                on,
                true,
                elected,
                List.of(Objects.requireNonNull(people.get("通四方"))),
                "云直党〔演示〕1号",
                Actor.system());
    }
}
