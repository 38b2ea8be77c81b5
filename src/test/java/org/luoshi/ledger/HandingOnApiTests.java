package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.ledger.exchange.Installations;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Handing on by programs: links, workbooks, partners and packages. */
@WholeHouse
class HandingOnApiTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private Installations installations;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private HandedOn pages;
    private Program officer;
    private Program director;

    @BeforeEach
    void anOffice(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        pages = new HandedOn(context, office);
        MockMvcTester mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        office.openAccounts();
        officer = program(mvc, office.officer());
        director = program(mvc, office.director());
    }

    private Program program(MockMvcTester mvc, Actor person) {
        return new Program(mvc, tokens.make("接口", TokenService.Scope.WRITE, LocalDate.of(2026, 6, 30), person));
    }

    @Test
    void aProgramMakesAndRevokesLinksAndWorkbooks() {
        UUID part = pages.part(pages.issued("核对道班名册", office.roads.id())).id();
        String address = "/assignments/" + part + "/links";
        JsonNode made = officer.post(address, "{'contact':'马渡口','telephone':'0991-2200000','until':'2026-03-20'}")
                .body();
        String word = made.get("address").asString();
        assertThat(pages.get(word.substring(word.indexOf("/ledger/guest/")), null))
                .hasStatusOk();
        JsonNode links = officer.get(address).ok().get("links");
        assertThat(links.size()).isEqualTo(1);
        assertThat(links.toString()).doesNotContain(word.substring(word.length() - 43));
        director.get(address).refused(403, "ledger.guests.not-yours");
        officer.post(address, "{'contact':'马渡口','telephone':'没有','until':'2026-03-20'}")
                .refused(422, "ledger.guests.telephone-wrong");
        officer.post(address + "/" + made.get("id").asString() + "/revocation", "{}")
                .done();
        assertThat(pages.get(word.substring(word.indexOf("/ledger/guest/")), null))
                .hasStatus(410);

        Program.Answer form =
                officer.post("/guest-forms", "{'assignmentIds':['%s'],'until':'2026-03-20'}".formatted(part));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.result().getResponse().getContentType()).contains("spreadsheetml");
        officer.post("/feedback", "{'assignmentIds':['%s'],'kind':'ZERO','body':'无'}".formatted(part))
                .refused(422, "ledger.not-signed-yet");
    }

    @Test
    void aProgramRegistersAPartnerHandsDownAndTakesWhatComes() {
        NeighbourOffice neighbour = new NeighbourOffice("程序县督查室");
        Unit unit = organization.addUnit(
                new NewUnit(
                        null,
                        null,
                        neighbour.name,
                        neighbour.name,
                        java.util.List.of(),
                        UnitKind.UNIT,
                        null,
                        InventedOffice.SINCE),
                Actor.system());
        String key = neighbour.publicKey().replace("\n", "\\n");
        String partner = "{'name':'%s','publicKey':'%s','unit':'%s'}".formatted(neighbour.name, key, unit.shortName());
        officer.post("/exchange/partners", partner).refused(403, "ledger.packages.not-yours");
        UUID id = director.post("/exchange/partners", partner).id();
        UUID part = pages.part(pages.issued("核对水位站", unit.id())).id();
        officer.post("/assignments/" + part + "/packages", "{}").refused(422, "ledger.packages.no-partner");
        assertThat(director.post("/exchange/partners/" + id + "/comparison", "{'version':1,'comparedWith':'王与'}")
                        .ok()
                        .get("active")
                        .asBoolean())
                .isTrue();
        UUID sent = officer.post("/assignments/" + part + "/packages", "{}").id();
        byte[] zip = officer.get("/exchange/sent/" + sent + "/package")
                .result()
                .getResponse()
                .getContentAsByteArray();
        assertThat(NeighbourOffice.read(zip, installations.own().publicKey())
                        .content()
                        .at("/issue/title")
                        .asString())
                .isEqualTo("核对水位站");

        NeighbourOffice.Draft issue = neighbour
                .draft()
                .says(
                        "ISSUE",
                        "{'issue':{'assignment':'%s','title':'上级交办','part':'LEAD','cycle':'ONCE','points':[],'officer':'王与','files':[]}}"
                                .formatted(UUID.randomUUID()))
                .to(installations.own().fingerprint());
        MockMultipartFile file = new MockMultipartFile("file", "包.zip", null, issue.sealed());
        assertThat(pages.send("/api/v1/ledger/exchange/received", office.officer(), java.util.Map.of(), file))
                .hasStatus(201);
        assertThat(officer.get("/exchange/received/" + issue.id)
                        .ok()
                        .at("/content/issue/title")
                        .asString())
                .isEqualTo("上级交办");
        UUID item = UUID.fromString(officer.post("/exchange/received/" + issue.id + "/taking", "{}")
                .ok()
                .get("itemId")
                .asString());
        assertThat(officer.item(item).get("fromPartner").asString()).isEqualTo(neighbour.name);
        assertThat(officer.get("/items/" + item + "/upward")
                        .ok()
                        .at("/from/partner")
                        .asString())
                .isEqualTo(neighbour.name);
        officer.post(
                        "/items/" + item + "/upward",
                        "{'feedbackId':'%s','kind':'FINAL','body':'完成'}".formatted(UUID.randomUUID()))
                .refused(422, "ledger.packages.not-accepted");
        officer.post("/exchange/received/" + issue.id + "/declining", "{'reason':'晚了'}")
                .refused(409, "ledger.packages.already-decided");
        assertThat(officer.get("/exchange/own-key").ok().get("checkNumber").asString())
                .hasSize(47);
    }
}
