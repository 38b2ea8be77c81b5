package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;

/** A package that is not right is refused with the reason, and nothing of it is kept. */
@WholeHouse
class PackageRefusalTests extends NeighbourFixture {

    @Test
    void whatIsNotRightIsRefusedWithAClearSentenceAndNothingIsKept() {
        NeighbourOffice stranger = new NeighbourOffice("陌生人");
        county.compare(county.registered(null));
        int before = county.received();
        county.refuses(
                stranger.draft()
                        .says("ISSUE", NeighbourCounty.content())
                        .to(county.own())
                        .sealed(),
                "没有登记为往来单位");
        county.refuses(county.issue().to("0".repeat(64)).sealed(), "不是发给本单位的");
        county.refuses(county.issue().ofFormat("2").sealed(), "新版格式（第 2 版）");
        NeighbourOffice.Draft issue = county.issue().with("files/1.txt", "原文");
        county.refuses(issue.sealed(Map.of("files/1.txt", "改过".getBytes(StandardCharsets.UTF_8))), "与清单不符");
        county.refuses(issue.sealed(Map.of("files/2.txt", "多出来".getBytes(StandardCharsets.UTF_8))), "与清单不符");
        county.refuses(issue.sealed(Map.of("signature", new byte[64])), "签名不对");
        String manifest = new String(
                NeighbourOffice.read(issue.sealed(), county.key()).files().get("manifest.json"),
                StandardCharsets.UTF_8);
        county.refuses(
                issue.sealed(
                        Map.of("manifest.json", manifest.replace("下发事项", "别的事项").getBytes(StandardCharsets.UTF_8))),
                "签名不对");
        county.refuses(issue.sealed(Map.of("../../etc/passwd", new byte[] {1})), "不该有的文件名");
        county.refuses(issue.sealed(Map.of("files/../x.txt", new byte[] {1})), "不该有的文件名");
        county.refuses(issue.sealed(Map.of("files/中文.txt", new byte[] {1})), "不该有的文件名");
        county.refuses(
                county.neighbour
                        .draft()
                        .says("ISSUE", "{'issue':{'title':'缺东西'}}")
                        .to(county.own())
                        .sealed(),
                "不合格式");
        county.refuses(
                county.neighbour
                        .draft()
                        .says("RECEIPT", NeighbourCounty.content())
                        .to(county.own())
                        .sealed(),
                "不合格式");
        county.refuses(
                county.neighbour
                        .draft()
                        .says("RECEIPT", "{'receipt':{'taken':true,'by':'王与'}}")
                        .to(county.own())
                        .answers(UUID.randomUUID())
                        .sealed(),
                "答复的不是本单位发出的");
        county.refuses(county.report(UUID.randomUUID()).sealed(), "不是本单位下发给它的");
        for (String incomplete : List.of(
                NeighbourCounty.content().replaceFirst("'assignment':'[^']*'", "'assignment':null"),
                NeighbourCounty.content().replace("'LEAD'", "null"),
                NeighbourCounty.content().replace("'MONTHLY'", "null"),
                NeighbourCounty.content().replaceFirst("'id':'[^']*'", "'id':null"),
                NeighbourCounty.content().replace("'files':[]", "'files':['files/9.txt']"),
                NeighbourCounty.content().replace("逐座登记", "逐座\\u0000登记"),
                NeighbourCounty.content().replace("县长办公会", "县长\\u0000办公会"))) {
            county.refuses(
                    county.neighbour
                            .draft()
                            .says("ISSUE", incomplete)
                            .to(county.own())
                            .sealed(),
                    "不合格式");
        }
        county.refuses(county.issue().titled("下发\\u0000事项").sealed(), "不是落实系统的数据包");
        county.refuses(
                county.neighbour
                        .draft()
                        .says("ISSUE", NeighbourCounty.content().replace("逐座登记", "机密★10年"))
                        .to(county.own())
                        .sealed(),
                "密");
        county.refuses(county.issue().with("files/1.txt", "机密★10年").sealed(), "密");
        county.refuses(
                NeighbourOffice.zip(Map.of(
                        "manifest.json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "signature",
                        new byte[64],
                        "content.json",
                        new byte[2])),
                "不是落实系统的数据包");
        county.refuses("不是压缩包".getBytes(StandardCharsets.UTF_8), "扩展名与内容不符");
        assertThat(county.received()).isEqualTo(before);
    }

    @Test
    void aBombIsRefusedBeforeItHasGrown() throws IOException, InterruptedException {
        county.compare(county.registered(null));
        byte[] zeros = new byte[101 * 1024 * 1024];
        byte[] bomb = county.issue().sealed(Map.of("files/1.txt", zeros));
        assertThat(bomb.length).isLessThan(200_000);
        HttpResponse<String> answer = county.handedIn(bomb);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("ledger.packages.bomb");
        byte[] ofAStranger = new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", NeighbourCounty.content())
                .to(county.own())
                .sealed(Map.of("files/1.txt", zeros));
        assertThat(county.handedIn(ofAStranger).body()).isEqualTo("ledger.packages.unknown-signer");
        assertThat(county.handedIn(new byte[41 * 1024 * 1024]).body()).isEqualTo("ledger.packages.too-large");
    }

    @Test
    void aReportMustHaveAKindAndTheFilesThatItNames() {
        county.compare(county.registered(county.unit.shortName()));
        UUID item = pages.issued("清点泵站", county.unit.id());
        UUID part = pages.part(item).id();
        pages.send("/ledger/assignments/" + part + "/packages", officer);
        String report =
                "{'report':{'assignment':'%s','kind':'FINAL','body':'清了','signer':'王与','evidence':[]}}".formatted(part);
        for (String incomplete : List.of(
                report.replace("'FINAL'", "null"),
                report.replace("[]", "[{'point':null,'file':'files/9.txt','words':null}]"),
                report.replace("[]", "[{'point':null,'file':null,'words':' '}]"),
                report.replace("[]", "[" + "{'words':'有'},".repeat(1_000) + "{'words':'有'}]"))) {
            county.refuses(
                    county.neighbour
                            .draft()
                            .says("REPORT", incomplete)
                            .to(county.own())
                            .sealed(),
                    "不合格式");
        }
        assertThat(county.brought(county.neighbour
                        .draft()
                        .says("REPORT", report)
                        .to(county.own())
                        .sealed()))
                .hasStatus3xxRedirection();
    }

    @Test
    void strangersAreCountedByAddressAlsoWhereNothingElseIsKept() throws IOException, InterruptedException {
        int before = refusedWords();
        byte[] strange = new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", NeighbourCounty.content())
                .to(county.own())
                .sealed();
        assertThat(county.handedIn(strange).statusCode()).isEqualTo(403);
        assertThat(refusedWords()).isEqualTo(before + 1);
    }

    private int refusedWords() {
        return jdbc.sql("select count(*) from access.sign_in where outcome = 'TOKEN_REFUSED'")
                .query(Integer.class)
                .single();
    }
}
