package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.branch.AskedHours;
import org.luoshi.branch.Attended;
import org.luoshi.branch.BranchMember;
import org.luoshi.branch.BranchName;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.PeriodKind;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the door tells other rooms about members, activities and hours. */
@Component
@Transactional(readOnly = true)
public class StudyFacts {

    private final RollReader rolls;
    private final BranchRights rights;
    private final ActivityStore store;
    private final RuleBooks books;
    private final Names names;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    StudyFacts(
            RollReader rolls,
            BranchRights rights,
            ActivityStore store,
            RuleBooks books,
            Names names,
            JdbcClient jdbc,
            ZoneId zone) {
        this.rolls = rolls;
        this.rights = rights;
        this.store = store;
        this.books = books;
        this.names = names;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public boolean exists(UUID branchId) {
        return jdbc.sql("select exists (select 1 from branch.branch where id = :id)")
                .param("id", branchId)
                .query(Boolean.class)
                .single();
    }

    public List<BranchName> visibleTo(Actor viewer) {
        Collection<UUID> ids = BranchRights.seesAll(viewer) ? rolls.open() : belongsTo(viewer.personId());
        return rolls.rolls(ids).values().stream()
                .filter(roll -> rights.maySee(roll, viewer))
                .map(roll -> new BranchName(roll.branch().id(), roll.branch().name()))
                .toList();
    }

    private List<UUID> belongsTo(UUID personId) {
        return jdbc.sql("""
                        select b.id from branch.branch b
                        where b.ended_on is null and b.id in (
                            select branch_id from branch.membership where person_id = :person and to_day is null
                            union all select branch_id from branch.post_holding where person_id = :person)
                        order by b.founded_on, b.id
                        """).param("person", personId).query(UUID.class).list();
    }

    public List<BranchMember> members(UUID branchId, LocalDate day) {
        BranchRoll roll = rolls.roll(branchId);
        Set<UUID> onRoll = roll.membersOn(day);
        Set<UUID> inOrder = new LinkedHashSet<>();
        roll.groupsOn(day)
                .forEach(group -> roll.groupMembersOn(group.id(), day).stream()
                        .filter(onRoll::contains)
                        .forEach(inOrder::add));
        inOrder.addAll(onRoll);
        Names.Known known = names.of(inOrder);
        return inOrder.stream()
                .map(person -> member(roll, person, known.of(person), day))
                .toList();
    }

    private static BranchMember member(BranchRoll roll, UUID person, String name, LocalDate day) {
        List<String> posts = roll.postsOn(day).stream()
                .filter(holding -> holding.personId().equals(person))
                .map(holding -> holding.post().name())
                .toList();
        var group = roll.groupOf(person, day);
        return new BranchMember(
                person,
                name,
                posts,
                group.map(PartyGroup::id).orElse(null),
                group.map(PartyGroup::name).orElse(""),
                !roll.ledBy(person, day).isEmpty(),
                roll.has(person, Trait.LEADER, day),
                roll.has(person, Trait.YOUTH, day),
                roll.has(person, Trait.CARE, day));
    }

    public Map<UUID, String> groups(UUID branchId, LocalDate day) {
        Map<UUID, String> groups = new LinkedHashMap<>();
        rolls.roll(branchId).groupsOn(day).forEach(group -> groups.put(group.id(), group.name()));
        return groups;
    }

    public Map<String, String> kindNames(List<Kinds.KindName> kinds) {
        Map<String, String> byCode = new LinkedHashMap<>();
        kinds.forEach(kind -> byCode.put(kind.code(), kind.name()));
        return byCode;
    }

    public List<PlannedActivity> activities(UUID branchId, int year) {
        return store
                .between(
                        branchId,
                        LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant(),
                        LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant())
                .stream()
                .map(StudyFacts::planned)
                .toList();
    }

    public Map<UUID, PlannedActivity> activities(Collection<UUID> ids) {
        return store.find(ids).stream()
                .filter(activity -> !activity.isTalk())
                .map(StudyFacts::planned)
                .collect(Collectors.toMap(PlannedActivity::id, one -> one));
    }

    private static PlannedActivity planned(Activity activity) {
        return new PlannedActivity(
                activity.id(),
                activity.branchId(),
                activity.groupId(),
                activity.title(),
                activity.kinds(),
                activity.state().name(),
                activity.startsAt(),
                activity.endsAt(),
                activity.classHours());
    }

    private record Row(
            UUID personId, UUID activityId, String title, LocalDate day, String kinds, BigDecimal classHours) {

        Attended attended() {
            return new Attended(personId, activityId, title, day, Arrays.asList(kinds.split(",")), classHours);
        }
    }

    public List<Attended> attended(Collection<UUID> people, int year) {
        return was(people, year, List.of(Presence.PRESENT));
    }

    public List<Attended> missed(Collection<UUID> people, int year) {
        return was(people, year, List.of(Presence.ABSENT, Presence.LEAVE));
    }

    private List<Attended> was(Collection<UUID> people, int year, List<Presence> how) {
        return jdbc
                .sql("""
                        select p.person_id, a.id as activity_id, a.title, cast(a.starts_at at time zone :zone as date) as day,
                               array_to_string(a.kinds, ',') as kinds, a.class_hours
                        from branch.participant p join branch.activity a on a.id = p.activity_id
                        where p.person_id = any(:people) and p.presence = any(:how) and a.class_hours > 0
                          and a.state = 'RECORDED' and a.counts_on between :from and :to
                        order by a.starts_at, a.id
                        """)
                .param("zone", zone.getId())
                .param("people", Sql.ids(people))
                .param("how", Sql.texts(how.stream().map(Presence::name).toList()))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(Row.class)
                .list()
                .stream()
                .map(Row::attended)
                .toList();
    }

    public List<AskedHours> askedHours(LocalDate day) {
        List<AskedHours> asked = new ArrayList<>();
        books.current().on(day).forEach(rule -> {
            if (rule.demand() instanceof Demand.Hours hours && hours.period() == PeriodKind.YEAR) {
                asked.add(new AskedHours(rule.id(), hours.who().name(), hours.atLeast(), hours.courses()));
            }
        });
        return asked;
    }
}
