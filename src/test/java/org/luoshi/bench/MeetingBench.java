package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.meetings.planning.Plan;
import org.luoshi.meetings.planning.Planner;
import org.luoshi.meetings.preparation.PlanningDesk;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.util.FileSystemUtils;

/**
 * How long people wait for a plan, the screen of a move and the lists, with ten years of meetings, the durable database, over HTTP. Not a test:
 * {@code mvn -Pbench test -Dtest=MeetingBench}.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/bench-meetings")
class MeetingBench {

    private static final int STAFF = 40;
    private static final int UNITS = 100;

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/bench-meetings").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    PlanningDesk planning;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    @Test
    void measure() throws Exception {
        String password = access.newPassword();
        people(password);
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource("bench/meetings.sql"), "UTF-8"));
        }
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("vacuum analyze");
        Crowd crowd = new Crowd(port);
        List<Visitor> officers = crowd.visitors("bench.officer", password);
        Map<String, Object> next = jdbc.queryForMap("""
                select id, starts_at::date as day from meetings.meeting where held_at is null order by starts_at offset 20 limit 1
                """);
        UUID meeting = (UUID) Objects.requireNonNull(next.get("id"));
        LocalDate earlier = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(6);
        String move = "/meetings/" + meeting + "/move?day=" + earlier
                + "&from=10:00&to=12:00&place=x&chair=&audience=PROVINCE&version=1";
        assertThat(officers.get(0).get(move)).contains("what-if");
        crowd.measure("The screen of a move, all effects, 7 plans and who could take over", officers, n -> move);
        crowd.measure("List of meetings", officers, n -> "/meetings");
        crowd.measure("List, held, by kind", officers, n -> "/meetings?view=HELD&kind=TOPICAL");
        crowd.measure("Calendar of a month", officers, n -> "/meetings/calendar");
        crowd.measure("Figures of a quarter", officers, n -> "/meetings/figures");
        crowd.measure("Board of preparation", officers, n -> "/meetings/board");
        crowd.measure("One meeting with all its parts", officers, n -> "/meetings/" + meeting);
        alone(
                crowd,
                "Plan of all open tasks with levelling, read anew",
                () -> planning.scene().plan());
        PlanningDesk.Scene scene = planning.scene();
        alone(crowd, "The same without reading", () -> Planner.plan(scene.input()));
        alone(crowd, "Peer: the list's page as SQL alone", () -> jdbc.queryForList("""
                select * from meetings.meeting m where m.starts_at >= current_date and m.submitted_at is not null and m.held_at is null
                  and m.cancelled_at is null and m.merged_into is null order by m.starts_at, m.id limit 51
                """));
        Plan plan = scene.plan();
        String report = crowd.table() + "\n\nmeetings " + count(jdbc, "meeting") + ", tasks " + count(jdbc, "task")
                + ", receipts " + count(jdbc, "receipt") + "; planned: meetings "
                + scene.meetings().size() + ", tasks " + plan.tasks().size() + ", people "
                + scene.pool().size() + ", person-days over the limit "
                + plan.overloads().size();
        Files.writeString(Path.of("target/bench-meetings.md"), report + "\n");
        System.out.println(report);
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from meetings." + table, Long.class));
    }

    private static void alone(Crowd crowd, String what, Supplier<?> work) {
        int times = 200;
        double[] each = new double[times];
        for (int n = -100; n < times; n++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotNull();
            if (n >= 0) {
                each[n] = (System.nanoTime() - start) / 1e6;
            }
        }
        crowd.add(what, times / (Arrays.stream(each).sum() / 1e3), each);
    }

    private void people(String password) {
        LocalDate since = LocalDate.of(2015, 1, 1);
        UUID office = unit(null, "云泽省综合协调办公室", UnitKind.OFFICE, since);
        UUID division = unit(office, "秘书处", UnitKind.DIVISION, since);
        for (int n = 0; n < STAFF; n++) {
            UUID person = organization
                    .addPerson("会务" + n + "号", null, null, Actor.system())
                    .id();
            UUID post = organization
                    .addPost(division, "会务" + n, null, Actor.system())
                    .id();
            organization.seat(person, post, since, Actor.system());
            if (n == 0) {
                access.grantToPost(post, Role.OFFICER, Actor.system());
                access.openAccount(person, "bench.officer", password, false, Actor.system());
            }
        }
        for (int n = 0; n < UNITS; n++) {
            unit(null, "演示单位" + n, UnitKind.UNIT, since);
        }
    }

    private UUID unit(@Nullable UUID parent, String name, UnitKind kind, LocalDate since) {
        return organization
                .addUnit(new NewUnit(parent, null, name, name, List.of(), kind, null, since), Actor.system())
                .id();
    }
}
