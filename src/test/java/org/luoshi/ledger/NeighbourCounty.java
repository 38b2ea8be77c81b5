package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.exchange.Installations;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A county with an installation of its own, and what passes between it and the house. */
final class NeighbourCounty {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final NeighbourOffice neighbour;
    final Unit unit;
    private final InventedOffice office;
    private final HandedOn pages;
    private final WebApplicationContext context;
    private final Installations installations;
    private final JdbcClient jdbc;

    private NeighbourCounty(WebApplicationContext context, InventedOffice office, HandedOn pages) {
        String name = "望湖县督查室" + NUMBER.incrementAndGet();
        this.neighbour = new NeighbourOffice(name);
        this.unit = context.getBean(OrganizationApi.class)
                .addUnit(
                        new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                        Actor.system());
        this.office = office;
        this.pages = pages;
        this.context = context;
        this.installations = context.getBean(Installations.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** A county that nobody has registered yet. */
    static NeighbourCounty in(WebApplicationContext context, InventedOffice office, HandedOn pages) {
        return new NeighbourCounty(context, office, pages);
    }

    /** Another one beside it. */
    NeighbourCounty another() {
        return new NeighbourCounty(context, office, pages);
    }

    private String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    UUID registered(@Nullable String unitName) {
        return registered(unitName, "");
    }

    UUID registered(@Nullable String unitName, String address) {
        MvcTestResult added = pages.send(
                "/ledger/exchange/partners",
                office.director(),
                "name",
                neighbour.name,
                "key",
                neighbour.publicKey(),
                "unit",
                unitName == null ? "" : unitName,
                "address",
                address);
        assertThat(added).hasStatus3xxRedirection();
        return jdbc.sql("select id from ledger.partner where fingerprint = :fingerprint")
                .param("fingerprint", neighbour.fingerprint())
                .query(UUID.class)
                .single();
    }

    void compare(UUID partner) {
        assertThat(pages.send(
                        "/ledger/exchange/partners/" + partner + "/comparison",
                        office.director(),
                        "version",
                        "1",
                        "comparedWith",
                        ""))
                .hasStatus(422);
        assertThat(pages.send(
                        "/ledger/exchange/partners/" + partner + "/comparison",
                        office.director(),
                        "version",
                        "1",
                        "comparedWith",
                        "望湖王与"))
                .hasStatus3xxRedirection();
    }

    MvcTestResult brought(byte[] zip) {
        return pages.send(
                "/ledger/exchange",
                office.officer(),
                new LinkedHashMap<>(),
                new MockMultipartFile("file", "包.zip", null, zip));
    }

    HttpResponse<String> handedIn(byte[] zip) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/exchange/packages"))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    String own() {
        return installations.own().fingerprint();
    }

    byte[] key() {
        return java.util.Base64.getDecoder().decode(neighbour.publicKey().replaceAll("-----[A-Z ]+-----|\\s", ""));
    }

    static String content() {
        return """
                {'issue':{'assignment':'%s','number':'督〔2026〕7号','title':'排查山塘隐患','part':'LEAD','duty':null,'due':'2026-04-20',
                 'cycle':'MONTHLY','cycleDay':5,'points':[{'id':'%s','text':'逐座登记'},{'id':'%s','text':'当日上报'}],
                 'officer':'王与','source':'县长办公会','files':[]}}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    static JsonNode said(NeighbourOffice.Draft draft) {
        return JsonMapper.builder().build().readTree(draft.files.getOrDefault("content.json", new byte[0]));
    }

    NeighbourOffice.Draft issue() {
        return neighbour.draft().says("ISSUE", content()).to(own());
    }

    NeighbourOffice.Draft report(UUID assignment) {
        return neighbour
                .draft()
                .says(
                        "REPORT",
                        "{'report':{'assignment':'%s','kind':'FINAL','body':'完成','signer':'王与','evidence':[]}}"
                                .formatted(assignment))
                .to(own());
    }

    int received() {
        return jdbc.sql(
                        "select count(*) from ledger.package_received r join ledger.partner p on p.id = r.partner_id where p.fingerprint = :f")
                .param("f", neighbour.fingerprint())
                .query(Integer.class)
                .single();
    }

    UUID idOf(String kind) {
        return jdbc.sql("""
                select s.id from ledger.package_sent s join ledger.partner p on p.id = s.partner_id
                where p.fingerprint = :fingerprint and s.kind = :kind order by s.made_at desc, s.id desc limit 1
                """)
                .param("fingerprint", neighbour.fingerprint())
                .param("kind", kind)
                .query(UUID.class)
                .single();
    }

    /** As the neighbour gets it on a disk. */
    NeighbourOffice.Read lastPackage(String kind) {
        MvcTestResult file = pages.get("/ledger/exchange/sent/" + idOf(kind) + "/package.zip", office.officer());
        assertThat(file).hasStatusOk();
        return NeighbourOffice.read(
                file.getResponse().getContentAsByteArray(), installations.own().publicKey());
    }

    void refuses(byte[] zip, String why) {
        MvcTestResult result = brought(zip);
        assertThat(HandedOn.text(result)).contains(why);
        assertThat(result.getResponse().getStatus()).isBetween(400, 499);
    }
}
