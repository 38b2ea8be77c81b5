package org.luoshi.branch.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Activities as rows, with who was there, what was on the agenda and what was agreed. */
@Component
class ActivityStore {

    private static final String ROW = """
            select id, version, branch_id, group_id, kinds, title, state, starts_at, ends_at, place, theme, theme_since, chair_id, delegation,
                   relation, class_hours, content, decided, counts_on, planned_at, planned_by, recorded_at, recorded_by, cancelled_reason,
                   sequence, changed_at
            from branch.activity
            """;

    private final JdbcClient jdbc;

    ActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Activity> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(ActivityStore::row)
                .optional();
    }

    List<Activity> find(Collection<UUID> ids) {
        return jdbc.sql(ROW + " where id = any(:ids) order by starts_at, id")
                .param("ids", Sql.ids(ids))
                .query(ActivityStore::row)
                .list();
    }

    /** Those of a branch that begin within these instants, soonest first; talks are left out, they have their own page. */
    List<Activity> between(UUID branchId, Instant from, Instant before) {
        return jdbc.sql(ROW + """
                         where branch_id = :branch and starts_at >= :from and starts_at < :before and not 'TALK' = any(kinds)
                        order by starts_at, id
                        """)
                .param("branch", branchId)
                .param("from", Sql.at(from))
                .param("before", Sql.at(before))
                .query(ActivityStore::row)
                .list();
    }

    /** Talks of a year, the newest first. */
    List<Activity> talks(UUID branchId, int year) {
        return jdbc.sql(ROW + """
                         where branch_id = :branch and 'TALK' = any(kinds) and counts_on between :from and :to
                        order by starts_at desc, id desc
                        """)
                .param("branch", branchId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(ActivityStore::row)
                .list();
    }

    int countTalks(UUID branchId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select cast(count(*) as int) from branch.activity
                        where branch_id = :branch and 'TALK' = any(kinds) and state = 'RECORDED' and counts_on between :from and :to
                        """)
                .param("branch", branchId)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** Those to which somebody is invited, or in whose talk they took part, from then on. */
    List<Activity> ofPerson(UUID personId, Instant from) {
        return jdbc.sql(ROW + """
                         where starts_at >= :from and id in (select activity_id from branch.participant where person_id = :person)
                        order by starts_at, id
                        """)
                .param("person", personId)
                .param("from", Sql.at(from))
                .query(ActivityStore::row)
                .list();
    }

    /** Held but not written down, the oldest first. */
    List<Activity> unrecorded(UUID branchId, Instant now) {
        return jdbc.sql(ROW + """
                         where branch_id = :branch and state in ('PLANNED', 'INVITED') and starts_at < :now order by starts_at, id
                        """)
                .param("branch", branchId)
                .param("now", Sql.at(now))
                .query(ActivityStore::row)
                .list();
    }

    private static Activity row(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("branch_id", UUID.class),
                row.getObject("group_id", UUID.class),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                row.getString("title"),
                ActivityState.valueOf(row.getString("state")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                row.getString("place"),
                row.getString("theme"),
                instant(row, "theme_since"),
                row.getObject("chair_id", UUID.class),
                row.getString("delegation"),
                row.getString("relation"),
                row.getBigDecimal("class_hours"),
                row.getString("content"),
                row.getString("decided"),
                row.getObject("counts_on", LocalDate.class),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("planned_by", UUID.class),
                instant(row, "recorded_at"),
                row.getObject("recorded_by", UUID.class),
                row.getString("cancelled_reason"),
                row.getInt("sequence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    void insert(Activity activity) {
        write(activity, jdbc.sql("""
                insert into branch.activity (id, version, branch_id, group_id, kinds, title, state, starts_at, ends_at, place, theme,
                    theme_since, chair_id, delegation, relation, class_hours, content, decided, counts_on, planned_at, planned_by,
                    recorded_at, recorded_by, sequence, changed_at)
                values (:id, :version, :branch, :group, :kinds, :title, :state, :starts, :ends, :place, :theme,
                    :themeSince, :chair, :delegation, :relation, :hours, :content, :decided, :countsOn, :plannedAt, :plannedBy,
                    :recordedAt, :recordedBy, 0, :changed)
                """))
                .param("branch", activity.branchId())
                .param("state", activity.state().name())
                .param("relation", activity.relation())
                .param("content", activity.content())
                .param("decided", activity.decided())
                .param("plannedAt", Sql.at(activity.plannedAt()))
                .param("plannedBy", activity.plannedBy())
                .param("recordedAt", Sql.at(activity.recordedAt()))
                .param("recordedBy", activity.recordedBy())
                .update();
    }

    /** What was planned, anew. False where somebody changed it meanwhile. */
    boolean replan(Activity activity) {
        return write(activity, jdbc.sql("""
                        update branch.activity set version = version + 1, group_id = :group, kinds = :kinds, title = :title,
                            starts_at = :starts, ends_at = :ends, place = :place, theme = :theme, theme_since = :themeSince,
                            chair_id = :chair, delegation = :delegation, class_hours = :hours, counts_on = :countsOn,
                            sequence = sequence + 1, changed_at = :changed
                        where id = :id and version = :version and state in ('PLANNED', 'INVITED')
                        """)).update() == 1;
    }

    /** False where it is not as planned any more. */
    boolean invite(UUID id, Instant now) {
        return jdbc.sql("""
                        update branch.activity set version = version + 1, state = 'INVITED', changed_at = :now
                        where id = :id and state = 'PLANNED'
                        """).param("id", id).param("now", Sql.at(now)).update() == 1;
    }

    /** False where it is not open any more. */
    boolean cancel(UUID id, String reason, Instant now) {
        return jdbc.sql("""
                        update branch.activity set version = version + 1, state = 'CANCELLED', cancelled_reason = :reason,
                            sequence = sequence + 1, changed_at = :now
                        where id = :id and state in ('PLANNED', 'INVITED')
                        """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** False where somebody changed it meanwhile. */
    boolean record(
            UUID id, int version, String content, String decided, LocalDate countsOn, Instant now, UUID personId) {
        return jdbc.sql("""
                        update branch.activity set version = version + 1, state = 'RECORDED', content = :content, decided = :decided,
                            counts_on = :countsOn, recorded_at = coalesce(recorded_at, :now), recorded_by = coalesce(recorded_by, :by),
                            changed_at = :now
                        where id = :id and version = :version and state <> 'CANCELLED'
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("content", content)
                        .param("decided", decided)
                        .param("countsOn", countsOn)
                        .param("now", Sql.at(now))
                        .param("by", personId)
                        .update()
                == 1;
    }

    private static StatementSpec write(Activity activity, StatementSpec sql) {
        return sql.param("id", activity.id())
                .param("version", activity.version())
                .param("group", activity.groupId())
                .param("kinds", Sql.texts(activity.kinds()))
                .param("title", activity.title())
                .param("starts", Sql.at(activity.startsAt()))
                .param("ends", Sql.at(activity.endsAt()))
                .param("place", activity.place())
                .param("theme", activity.theme())
                .param("themeSince", Sql.at(activity.themeSince()))
                .param("chair", activity.chairId())
                .param("delegation", activity.delegation())
                .param("hours", activity.classHours())
                .param("countsOn", activity.countsOn())
                .param("changed", Sql.at(activity.changedAt()));
    }

    List<Participant> participants(UUID activityId) {
        return jdbc.sql("""
                        select person_id, presence, lecturer, reason from branch.participant where activity_id = :id order by person_id
                        """).param("id", activityId).query(Participant.class).list();
    }

    /** These and no others. */
    void participants(UUID activityId, Collection<Participant> people) {
        jdbc.sql("delete from branch.participant where activity_id = :id")
                .param("id", activityId)
                .update();
        jdbc.sql("""
                insert into branch.participant (activity_id, person_id, presence, lecturer, reason)
                select :id, unnest(:people), unnest(:presences), unnest(cast(:lecturers as boolean[])), unnest(:reasons)
                """)
                .param("id", activityId)
                .param(
                        "people",
                        Sql.ids(people.stream().map(Participant::personId).toList()))
                .param(
                        "presences",
                        people.stream().map(one -> one.presence().name()).toArray(String[]::new))
                .param(
                        "lecturers",
                        people.stream()
                                .map(one -> String.valueOf(one.lecturer()))
                                .toArray(String[]::new))
                .param("reasons", people.stream().map(Participant::reason).toArray(String[]::new))
                .update();
    }

    List<AgendaItem> agenda(UUID activityId) {
        return jdbc.sql("""
                        select id, number, title, first_item, item_id from branch.agenda_item
                        where activity_id = :id order by number
                        """).param("id", activityId).query(AgendaItem.class).list();
    }

    void agenda(UUID activityId, List<AgendaItem> items) {
        jdbc.sql("delete from branch.agenda_item where activity_id = :id")
                .param("id", activityId)
                .update();
        for (AgendaItem item : items) {
            jdbc.sql("""
                    insert into branch.agenda_item (id, activity_id, number, title, first_item, item_id)
                    values (:id, :activity, :number, :title, :first, :item)
                    """)
                    .param("id", item.id())
                    .param("activity", activityId)
                    .param("number", item.number())
                    .param("title", item.title())
                    .param("first", item.firstItem())
                    .param("item", item.itemId())
                    .update();
        }
    }

    void followUp(UUID agendaItemId, UUID itemId) {
        jdbc.sql("update branch.agenda_item set item_id = :item where id = :id")
                .param("id", agendaItemId)
                .param("item", itemId)
                .update();
    }

    void words(UUID activityId, String words) {
        jdbc.sql("""
                insert into branch.talk_words (activity_id, words) values (:id, :words)
                on conflict (activity_id) do update set words = excluded.words
                """).param("id", activityId).param("words", words).update();
    }

    /** Only for the two. */
    Optional<String> words(UUID activityId, UUID viewerId) {
        return jdbc.sql("""
                        select w.words from branch.talk_words w
                        where w.activity_id = :id and exists (
                            select 1 from branch.participant p where p.activity_id = w.activity_id and p.person_id = :viewer)
                        """)
                .param("id", activityId)
                .param("viewer", viewerId)
                .query(String.class)
                .optional();
    }

    void attach(UUID activityId, Collection<UUID> fileIds) {
        jdbc.sql(
                        "insert into branch.activity_file (activity_id, file_id) select :id, unnest(:files) on conflict do nothing")
                .param("id", activityId)
                .param("files", Sql.ids(fileIds))
                .update();
    }

    List<UUID> files(UUID activityId) {
        return jdbc.sql("select file_id from branch.activity_file where activity_id = :id order by file_id")
                .param("id", activityId)
                .query(UUID.class)
                .list();
    }
}
