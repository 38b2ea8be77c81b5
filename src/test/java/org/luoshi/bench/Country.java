package org.luoshi.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office that asks every village of the country each day: {@code total} is the sum of {@code local} and {@code away}; due at the end of the day. */
final class Country {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final String LOGIN = "bench.officer";

    private final OrganizationApi organization;
    private final AccessApi access;
    private final TokenService tokens;
    private final RegimeQueries regimes;
    private final JdbcClient jdbc;
    final String password;
    final UUID officer;

    Country(
            OrganizationApi organization,
            AccessApi access,
            TokenService tokens,
            RegimeQueries regimes,
            DataSource database) {
        this.organization = organization;
        this.access = access;
        this.tokens = tokens;
        this.regimes = regimes;
        this.jdbc = JdbcClient.create(database);
        this.password = access.newPassword();
        this.officer = office();
    }

    /** Long work that nobody watches. */
    static JobsApi.Progress unheard() {
        return new JobsApi.Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {}
        };
    }

    private UUID office() {
        LocalDate since = LocalDate.of(2020, 1, 1);
        UUID office = organization
                .addUnit(
                        new NewUnit(null, null, "云泽省综合协调办公室", "综合办", List.of(), UnitKind.OFFICE, null, since),
                        Actor.system())
                .id();
        UUID person = organization.addPerson("督查员甲", null, null, Actor.system()).id();
        UUID post = organization.addPost(office, "督查员", null, Actor.system()).id();
        organization.seat(person, post, since, Actor.system());
        access.grantToPost(post, Role.OFFICER, Actor.system());
        access.openAccount(person, LOGIN, password, false, Actor.system());
        return person;
    }

    String token() {
        return tokens.make("bench", TokenService.Scope.WRITE, TODAY.plusDays(2), access.actor(officer));
    }

    /** An approved regime for all villages; its rounds are not made yet. */
    Regime villages() {
        UUID form = UUID.randomUUID();
        jdbc.sql("insert into reporting.form values (:id, '日报', now())")
                .param("id", form)
                .update();
        jdbc.sql("insert into reporting.form_version values (:id, 1, 1, '', now())")
                .param("id", form)
                .update();
        int position = 0;
        for (String code : List.of("total", "local", "away")) {
            UUID field = UUID.randomUUID();
            jdbc.sql("""
                            insert into reporting.field (id, version, code, name, kind, measure, definition, basis, owner_unit_id, personal,
                                choices, minutes, made_at)
                            values (:id, 1, :code, :code, 'WHOLE', '例', '', '依据', :id, false, '{}', 1, now())
                            """).param("id", field).param("code", code).update();
            jdbc.sql("insert into reporting.form_field values (:form, 1, :position, :field, true)")
                    .param("form", form)
                    .param("position", ++position)
                    .param("field", field)
                    .update();
        }
        jdbc.sql("insert into reporting.form_rule values (:form, 1, 1, 'total = local + away', '合计不符', 'MUST')")
                .param("form", form)
                .update();
        int id = jdbc.sql("""
                        insert into reporting.regime (key, version, title, form_id, basis, purpose, recipients, rhythm, first_day, last_day,
                            cut_off, days_later, grace_days, drafted_by, drafted_at, submitted_at, second_needed, approver_id, approved_at,
                            kept_level)
                        values (gen_random_uuid(), 1, '全国村级日报', :form, '依据', '用途', '{领导}', 'DAILY', :first, :last, '23:59', 0, 30,
                            :officer, now(), now(), false, :officer, now(), 3) returning id
                        """)
                .param("form", form)
                .param("first", TODAY)
                .param("last", TODAY.plusDays(30))
                .param("officer", officer)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into reporting.regime_form values (:regime, :first, :form, 1)")
                .param("regime", id)
                .param("first", TODAY)
                .param("form", form)
                .update();
        jdbc.sql("insert into reporting.target values (:regime, 0, 5)")
                .param("regime", id)
                .update();
        return regimes.require(id);
    }

    List<String> villageCodes() {
        return jdbc.sql("select code from reporting.place where level = 5 order by hashtext(code)")
                .query(String.class)
                .list();
    }
}
