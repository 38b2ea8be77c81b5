package org.luoshi.bench;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** An invented office with its units, and on demand a ledger of 10,000 items. Units and people are made by their rooms, the items set by set. */
final class BigOffice {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final OrganizationApi organization;
    private final AccessApi access;

    BigOffice(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
    }

    /** The sign-ins that the measurement uses. */
    record Accounts(String officer, String liaison, String password, UUID officerId, UUID directorId) {}

    Accounts make(DataSource database) throws Exception {
        Accounts accounts = people(40, 4, 1);
        fill(database);
        return accounts;
    }

    Accounts people(int units, int officers, int leaders) {
        UUID office = unit(null, "云泽省综合协调办公室", "综合办", UnitKind.OFFICE);
        UUID supervision = unit(office, "督查处", "督查处", UnitKind.DIVISION);
        UUID officer = person("督查员1", supervision, Role.OFFICER);
        for (int i = 2; i <= officers; i++) {
            person("督查员" + i, supervision, Role.OFFICER);
        }
        UUID director = person("处长", supervision, Role.OFFICE_DIRECTOR);
        for (int i = 1; i <= leaders; i++) {
            person("分管领导" + i, office, Role.INSTRUCTING_LEADER);
        }
        UUID liaison = null;
        for (int i = 0; i < units; i++) {
            UUID unit = unit(null, "云泽省第" + (i + 1) + "承办局", "第" + (i + 1) + "局", UnitKind.UNIT);
            person("负责人" + (i + 1), unit, Role.UNIT_HEAD);
            UUID person = person("联络员" + (i + 1), unit, Role.UNIT_LIAISON);
            liaison = liaison == null ? person : liaison;
        }
        Accounts accounts = new Accounts("bench.officer", "bench.liaison", access.newPassword(), officer, director);
        access.openAccount(officer, accounts.officer(), accounts.password(), false, Actor.system());
        access.openAccount(director, "bench.director", accounts.password(), false, Actor.system());
        access.openAccount(
                java.util.Objects.requireNonNull(liaison),
                accounts.liaison(),
                accounts.password(),
                false,
                Actor.system());
        return accounts;
    }

    private static void fill(DataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource("bench/ledger.sql"), "UTF-8"));
            connection.commit();
            connection.setAutoCommit(true);
        }
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("vacuum analyze");
        waitForTheSeals(jdbc);
    }

    /** The history is sealed in the background; that work does not belong to what is measured. */
    private static void waitForTheSeals(JdbcTemplate jdbc) throws IOException, InterruptedException {
        String open =
                "select (select count(*) from history.line) - (select coalesce(sum(line_count), 0) from history.seal)";
        for (int i = 0; i < 600; i++) {
            Long lines = jdbc.queryForObject(open, Long.class);
            if (lines != null && lines == 0) {
                return;
            }
            Thread.sleep(500);
        }
        throw new IOException("The history was not sealed within five minutes");
    }

    private UUID unit(@Nullable UUID parent, String name, String shortName, UnitKind kind) {
        NewUnit unit = new NewUnit(parent, null, name, shortName, List.of(), kind, null, SINCE);
        return organization.addUnit(unit, Actor.system()).id();
    }

    private UUID person(String name, UUID unit, Role role) {
        UUID person = organization.addPerson(name, null, null, Actor.system()).id();
        UUID post = organization.addPost(unit, name, null, Actor.system()).id();
        organization.seat(person, post, SINCE, Actor.system());
        access.grantToPost(post, role, Actor.system());
        return person;
    }
}
