package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.Program;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Reviews, bulletins and errata by programs with personal tokens. */
@WholeHouse
class ReviewApiStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;
    private static final LocalDate TOKEN_END = LocalDate.of(2026, 6, 30);
    private static final String API = "/api/v1/reporting";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;
    private Program officer;
    private Program city;
    private Program county;
    private Program watcher;
    private Regime counties;
    private String round = "";

    @BeforeEach
    void programsOfThreeLevels(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        rounds.forget();
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        InventedRegions regions = InventedRegions.in(organization, access);
        regions.openAccounts();
        InventedOffice office = InventedOffice.in(organization, access);
        office.openAccounts();
        officer = program(office.officer(), TokenService.Scope.WRITE);
        watcher = program(office.officer(), TokenService.Scope.READ);
        city = program(regions.liaison("city-liaison"), TokenService.Scope.WRITE);
        county = program(regions.liaison("county-liaison"), TokenService.Scope.WRITE);
        counties = new InventedRegime(jdbc, register, regimes, maker, clock)
                .below("99", 3, office.officer().personId());
        round = API + "/regimes/" + counties.key() + "/periods/" + DAY;
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
        rounds.forget();
    }

    @Test
    void aCityGoesThroughWhatItsCountiesReportedAndAsksBackOnce() {
        report("990101", 7, 0);
        report("990102", 3, 0);

        JsonNode open = city.get(round + "/reviews").ok();
        assertThat(open.get("unreviewed").asInt()).isEqualTo(2);
        assertThat(open.at("/reports/0/values/total").asInt()).isEqualTo(7);
        assertThat(open.get("next").isNull()).isTrue();

        String question = "{'unit':'990101','revision':1,'kind':'QUESTIONED','words':'请核对'}";
        UUID first = city.post(round + "/reviews", question, "ask-1").id();
        assertThat(city.post(round + "/reviews", question, "ask-1").id()).isEqualTo(first);

        JsonNode asked = city.get(round + "/reviews?show=QUESTIONED").ok();
        assertThat(asked.get("questioned").asInt()).isEqualTo(1);
        assertThat(asked.at("/reports/0/reviews")).hasSize(1);
        assertThat(asked.at("/reports/0/reviews/0/words").asString()).isEqualTo("请核对");
        JsonNode all = city.post(round + "/reviews/confirmations", "{'seenAt':'" + clock.instant() + "'}")
                .ok();
        assertThat(all.get("confirmed").asInt()).isEqualTo(1);
    }

    @Test
    void aReviewIsRefusedWithItsReason() {
        report("990101", 7, 0);
        String path = round + "/reviews";

        city.post(path, "{'unit':'990101','revision':1,'kind':'NOTED'}").refused(422, "reporting.review-words-missing");
        city.post(path, "{'unit':'990101','revision':2,'kind':'CONFIRMED'}")
                .refused(409, "reporting.review-revised-meanwhile");
        city.post(path, "{'unit':'990102','revision':1,'kind':'CONFIRMED'}")
                .refused(422, "reporting.review-nothing-there");
        city.post(path, "{'unit':'nowhere','revision':1,'kind':'CONFIRMED'}").refused(404, "reporting.unknown-place");
        county.post(path, "{'unit':'990101','revision':1,'kind':'CONFIRMED'}")
                .refused(403, "reporting.review-own-report");
        assertThat(city.post(path, "{'unit':'990101','revision':1,'kind':'PRAISED'}")
                        .status())
                .isEqualTo(400);
        assertThat(watcher.post(path, "{'unit':'990101','revision':1,'kind':'CONFIRMED'}")
                        .status())
                .isEqualTo(403);
        assertThat(new Program(mvc, null).get(path).status()).isEqualTo(401);
    }

    @Test
    void aBulletinIsDrawnOnceWordedIssuedAndCorrectedByAnErratum() {
        report("990101", 7, 0);
        String path = API + "/regimes/" + counties.key() + "/bulletins";
        String wanted = "{'period':'%s','unit':'99','title':'日报'}".formatted(DAY);

        UUID id = officer.post(path, wanted, "daily").id();
        assertThat(officer.post(path, wanted, "daily").id()).isEqualTo(id);
        assertThat(officer.post(path, wanted, "").status()).isEqualTo(400);
        String bulletin = API + "/bulletins/" + id;
        officer.post(bulletin + "/issue", "{}").refused(422, "reporting.bulletin-missing");
        officer.put(bulletin + "/words", "{'title':'日报','words':'总体平稳。'}").ok();
        JsonNode issued = officer.post(bulletin + "/issue", "{}").ok();

        assertThat(issued.at("/content/all/reported").asInt()).isEqualTo(1);
        assertThat(issued.at("/content/all/owed").asInt()).isEqualTo(4);
        assertThat(issued.at("/content/all/figures/0/sum").asString()).isEqualTo("7");
        assertThat(issued.at("/content/parts/1/figures/0/sum").isNull()).isTrue();
        officer.post(bulletin + "/issue", "{}").refused(409, "reporting.bulletin-issued-already");

        report("990101", 9, 1);
        assertThat(officer.get(path).ok().at("/bulletins/0/changesSince").asInt())
                .isEqualTo(1);
        String erratum =
                API + "/errata/" + officer.post(bulletin + "/errata", "{}").id();
        officer.put(erratum + "/words", "{'words':'补报两例。'}").ok();
        JsonNode corrected = officer.post(erratum + "/issue", "{}").ok();
        assertThat(corrected.at("/content/is/figures/0/sum").asString()).isEqualTo("9");
        officer.post(bulletin + "/errata", "{}").refused(422, "reporting.bulletin-nothing-changed");
    }

    @Test
    void bulletinsComePageByPageAndDraftsAreTheOfficesOwn() {
        report("990101", 7, 0);
        String path = API + "/regimes/" + counties.key() + "/bulletins";
        String wanted = "{'period':'%s','title':'日报'}".formatted(DAY);
        for (int n = 0; n < 3; n++) {
            officer.post(path, wanted).id();
        }

        JsonNode page = officer.get(path + "?limit=2").ok();
        assertThat(page.get("bulletins")).hasSize(2);
        JsonNode rest = officer.get(path + "?limit=2&before=" + page.get("next").asInt())
                .ok();
        assertThat(rest.at("/bulletins/0/number").asInt()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
        String draft = API + "/bulletins/" + rest.at("/bulletins/0/id").asString();
        county.get(draft).refused(403, "reporting.bulletin-not-yours");
        assertThat(county.get(path).ok().get("bulletins")).isEmpty();
        county.post(path, wanted).refused(403, "reporting.bulletin-not-yours");
        officer.get(API + "/bulletins/" + UUID.randomUUID()).refused(404, "reporting.bulletin-unknown");
    }

    private void report(String unit, int total, int seen) {
        String reason = seen == 0 ? "" : ",'reason':'补报'";
        officer.post(
                        round + "/reports",
                        "{'unit':'%s','signer':'丙县联','revision':%d,'final':true,'values':{'total':%d,'local':%d,'away':0}%s}"
                                .formatted(unit, seen, total, total, reason))
                .ok();
    }

    private Program program(Actor person, TokenService.Scope scope) {
        return new Program(mvc, tokens.make("接口", scope, TOKEN_END, person));
    }
}
