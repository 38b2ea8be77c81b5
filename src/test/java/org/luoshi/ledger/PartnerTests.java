package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.exchange.Installations;
import org.springframework.beans.factory.annotation.Autowired;

/** Another installation is registered by its key, compared by telephone, and stopped. */
@WholeHouse
class PartnerTests extends NeighbourFixture {

    @Autowired
    private Installations installations;

    @Test
    void aPartnerIsRegisteredByItsKeyAndActiveOnceBothHaveComparedTheNumber() {
        String page = pages.seen("/ledger/exchange/partners", office.director());
        assertThat(page).contains("核对码", installations.own().checkNumber()).doesNotContain("PRIVATE");
        assertThat(pages.send(
                        "/ledger/exchange/partners",
                        officer,
                        "name",
                        county.neighbour.name,
                        "key",
                        county.neighbour.publicKey()))
                .hasStatus(403);
        assertRefused(Map.of("name", county.neighbour.name, "key", "abc"), "这不是落实系统的公钥");
        assertRefused(
                Map.of("name", county.neighbour.name, "key", installations.own().written()), "本单位自己的公钥");
        assertRefused(Map.of("name", "", "key", county.neighbour.publicKey()), "请写名称");
        assertRefused(
                Map.of("name", county.neighbour.name, "key", county.neighbour.publicKey(), "unit", "没有的单位"), "没有叫");
        for (String address : List.of(
                "ftp://host",
                "http://a@host",
                "https://host/path",
                "http://host?x=1",
                "javascript:1",
                "http://host:0",
                "http://host:99999")) {
            assertRefused(
                    Map.of("name", county.neighbour.name, "key", county.neighbour.publicKey(), "address", address),
                    "网址只写到主机和端口");
        }
        UUID id = county.registered(null);
        assertRefused(Map.of("name", county.neighbour.name, "key", county.neighbour.publicKey()), "已经登记过");
        assertThat(pages.seen("/ledger/exchange/partners", office.director())).contains(county.neighbour.name, "待核对");
        assertThat(county.brought(county.issue().sealed()))
                .hasStatus(403)
                .bodyText()
                .contains("还没有核对或已停用");
        county.compare(id);
        assertThat(pages.seen("/ledger/exchange/partners", officer))
                .contains("已核对，可往来", "吴明远与望湖王与")
                .doesNotContain("登记往来单位");
        assertThat(jdbc.sql("select active from ledger.partner where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        pages.send("/ledger/exchange/partners/" + id + "/stop", office.director(), "version", "2");
        assertThat(county.brought(county.issue().sealed())).hasStatus(403);
    }

    @Test
    void whatAStoppedPartnerHasSentCanStillBeSentBackAndNothingLeaves() {
        UUID partner = county.registered(null);
        county.compare(partner);
        NeighbourOffice.Draft issue = county.issue();
        county.brought(issue.sealed());
        pages.send("/ledger/exchange/partners/" + partner + "/stop", office.director(), "version", "2");
        String address = "/ledger/exchange/received/" + issue.id;
        assertThat(pages.seen(address, officer)).contains("已停用", "/declining").doesNotContain("/taking");
        assertThat(pages.send(address + "/taking", officer)).hasStatus(403);
        assertThat(pages.send(address + "/declining", officer, "reason", "已停止往来"))
                .hasStatus3xxRedirection();
        assertThat(pages.seen(address, officer)).contains("已停止往来");
        assertThat(jdbc.sql("select count(*) from ledger.package_sent where partner_id = :id")
                        .param("id", partner)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertRefused(Map<String, String> partner, String why) {
        String[] fields = partner.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        assertThat(pages.send("/ledger/exchange/partners", office.director(), fields))
                .hasStatus(422)
                .bodyText()
                .contains(why);
    }
}
