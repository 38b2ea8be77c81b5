package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of leaders stand as their posts stand, whoever gave the first instruction. */
@WholeHouse
class LeadersInOrderTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private LineNames names;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void leadersStandInTheOfficialOrderOfTheirPosts() {
        InventedOffice office = InventedOffice.in(organization, access);
        UUID second = post(office, "副司长");
        UUID third = post(office, "巡视员");
        UUID former = UUID.randomUUID();
        instruct("2035-06-01T01:00:00Z", former, "许旧");
        instruct("2035-06-02T01:00:00Z", third, "许三");
        instruct("2035-06-03T01:00:00Z", second, "许二");
        instruct("2035-06-04T01:00:00Z", office.leaderPost, "陈大局");

        List<String> order = names
                .of(FiguresQuestion.of(FiguresPeriod.ofYear(2035), FigureGrouping.LEADER), List.of(), Texts.SIMPLIFIED)
                .stream()
                .map(NamedLine::key)
                .toList();
        assertThat(order)
                .containsSubsequence(
                        office.leaderPost.toString(), second.toString(), third.toString(), former.toString());
        jdbc.sql("delete from ledger.source where title = '官方次序'").update();
    }

    private UUID post(InventedOffice office, String title) {
        return organization
                .addPost(office.office.id(), title, null, Actor.system())
                .id();
    }

    private void instruct(String at, UUID post, String leader) {
        jdbc.sql("""
                insert into ledger.source (id, version, kind, title, body, triage, officer_id, unit_id, registered_at, folded, leader_post_id,
                    leader_name)
                values (gen_random_uuid(), 1, 'INSTRUCTION', '官方次序', '', 'SUPERVISED', :post, :post, :at, '', :post, :leader)
                """)
                .param("post", post)
                .param("leader", leader)
                .param("at", Sql.at(Instant.parse(at)))
                .update();
    }
}
