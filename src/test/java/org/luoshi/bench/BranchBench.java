package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.RollReader;
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
 * How long a person waits for the health check of an organ with 60 branches, 2,000 members and a year of 20,000 activities, with the durable
 * database, over HTTP. Not a test: {@code mvn -Pbench test -Dtest=BranchBench}.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/bench-branch")
class BranchBench {

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/bench-branch").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    DutyService duties;

    @Autowired
    RollReader rolls;

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
                    connection, new EncodedResource(new ClassPathResource("bench/branch.sql"), "UTF-8"));
        }
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("vacuum analyze");
        List<UUID> branches = rolls.open();
        long start = System.nanoTime();
        branches.forEach(duties::refresh);
        double first = (System.nanoTime() - start) / 1e6 / branches.size();
        start = System.nanoTime();
        branches.forEach(duties::refresh);
        double again = (System.nanoTime() - start) / 1e6 / branches.size();
        UUID secretary = jdbc.queryForObject(
                "select person_id from branch.post_holding where post = 'SECRETARY' order by branch_id limit 1",
                UUID.class);
        UUID branch = jdbc.queryForObject(
                "select branch_id from branch.post_holding where post = 'SECRETARY' order by branch_id limit 1",
                UUID.class);
        access.openAccount(
                java.util.Objects.requireNonNull(secretary), "bench.secretary", password, false, Actor.system());

        Crowd crowd = new Crowd(port);
        List<Visitor> superior = crowd.visitors("bench.party", password);
        List<Visitor> secretaries = crowd.visitors("bench.secretary", password);
        assertThat(superior.get(0).get("/branches")).contains("第1党支部");
        crowd.measure("All branches of the organ over the year", superior, n -> "/branches");
        crowd.measure("One branch over the year", secretaries, n -> "/branches/" + branch);
        crowd.measure("Activities of a year, 333", secretaries, n -> "/branches/" + branch + "/activities");
        crowd.measure("Desk of a secretary", secretaries, n -> "/desk");
        peer(crowd, jdbc);
        String report =
                crowd.table() + "\n\nworked out first: " + first + " ms a branch; again: " + again + " ms; activities "
                        + jdbc.queryForObject("select count(*) from branch.activity", Long.class) + ", attendances "
                        + jdbc.queryForObject("select count(*) from branch.participant", Long.class) + ", duties "
                        + jdbc.queryForObject("select count(*) from branch.duty", Long.class);
        Files.writeString(Path.of("target/bench-branch.md"), report + "\n");
        System.out.println(report);
    }

    private void people(String password) {
        LocalDate since = LocalDate.of(2020, 1, 1);
        UUID office = organization
                .addUnit(
                        new NewUnit(null, null, "云泽省综合协调办公室", "综合办", List.of(), UnitKind.OFFICE, null, since),
                        Actor.system())
                .id();
        UUID person = organization.addPerson("党务甲", null, null, Actor.system()).id();
        UUID post = organization.addPost(office, "党务干部", null, Actor.system()).id();
        organization.seat(person, post, since, Actor.system());
        access.grantToPost(post, Role.PARTY_AFFAIRS, Actor.system());
        access.openAccount(person, "bench.party", password, false, Actor.system());
    }

    /** What PostgreSQL alone needs to count the duties of all branches by month and state. */
    private static void peer(Crowd crowd, JdbcTemplate jdbc) {
        double[] times = new double[Crowd.REQUESTS];
        for (int n = -Crowd.WARM_UP; n < Crowd.REQUESTS; n++) {
            long start = System.nanoTime();
            int rows = jdbc.queryForList("""
                            select d.branch_id, extract(month from d.to_day), case when d.met_on > d.to_day then 'MET_LATE'
                                when d.met_on is not null then 'MET' when d.to_day < current_date then 'OVERDUE' else 'OPEN' end, count(*)
                            from branch.duty d left join branch.excuse e on e.duty_id = d.id
                            where d.year = extract(year from current_date) and d.asked and d.subject <> 'PERSON' group by 1, 2, 3
                            """).size();
            assertThat(rows).isPositive();
            if (n >= 0) {
                times[n] = (System.nanoTime() - start) / 1e6;
            }
        }
        double sum = 0;
        for (double time : times) {
            sum += time;
        }
        crowd.add("Peer: the counting SQL alone, one connection", times.length / (sum / 1e3), times);
    }
}
