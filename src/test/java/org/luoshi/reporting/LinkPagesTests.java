package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.SecretWord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A village without account reports by a link that its county made. */
@WholeHouse
class LinkPagesTests {

    private static final LocalDate DAY = InventedRegime.FIRST;
    private static final Pattern WORD = Pattern.compile("/report/([A-Za-z0-9_-]{43})");

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private TestClock clock;

    private FillingPages pages;
    private InventedRegions regions;
    private InventedRegime invented;
    private Actor officer;
    private Actor county;
    private Actor neighbour;
    private Regime villages;

    @BeforeEach
    void aRegimeOfVillages(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        pages = new FillingPages(context);
        regions = InventedRegions.in(organization, access);
        county = regions.liaison("county-liaison");
        neighbour = regions.liaison("county-liaison-2");
        invented = new InventedRegime(jdbc, register, regimes, maker, clock);
        officer = InventedOffice.in(organization, access).officer();
        villages = invented.below("99", 5, officer.personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void theCountyMakesLinksForItsVillagesOnceAndOnlyTheirHashesAreKept() {
        assertThat(pages.seen(links(), county)).contains("给没有账号也没有链接的 4 个单位做链接", "东111镇 东1111村");
        List<String> words = words(pages.send(links(), county, "place", "" + key("990101"), "missing", "true"));

        assertThat(words).hasSize(4).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select hash from reporting.link where regime = :regime order by place")
                        .param("regime", villages.id())
                        .query(byte[].class)
                        .list())
                .containsExactly(words.stream().map(SecretWord::hash).toArray(byte[][]::new));
        assertThat(pages.seen(links(), county))
                .doesNotContain(words)
                .doesNotContain("做链接</button><")
                .contains("可用到 3月31日");
        assertThat(pages.send(links(), county, "place", "" + key("990101"), "missing", "true"))
                .hasStatus(422);
    }

    @Test
    void whereSomebodyIsNamedWithoutAnAccountALinkIsMadeAndTheWayLeadsOnlyToWhoIsAsked() {
        UUID village = regions.unit("980101001201").id();
        UUID person = organization.addPerson("己村联", null, null, Actor.system()).id();
        UUID post = organization.addPost(village, "联络员", null, Actor.system()).id();
        organization.seat(person, post, InventedOffice.SINCE, Actor.system());
        access.grantToPost(post, Role.UNIT_LIAISON, Actor.system());
        Regime west = invented.below("98", 5, officer.personId());

        String page = pages.seen("/reporting/links/" + west.key(), officer);

        assertThat(page)
                .contains("给没有账号也没有链接的 1 个单位做链接", "西水省")
                .doesNotContain("东山省")
                .doesNotContain("不用链接");
    }

    @Test
    void nobodyMakesLinksForUnitsThatAreNotBelow() {
        assertThat(pages.get(links() + "?place=" + key("990101"), neighbour)).hasStatus(403);
        assertThat(pages.send(links(), neighbour, "place", "" + key("990102"), "unit", "" + key("990101001201")))
                .hasStatus(403);
        assertThat(pages.send(links(), county, "place", "" + key("990101"), "unit", "" + key("990101")))
                .hasStatus(403);
        assertThat(pages.seen(links(), officer)).contains("东山省");
    }

    @Test
    void theVisitorSignsWithNameAndTelephoneAndIsTheOneToCallFromThenOn() {
        String word = word("990101001201");
        MvcTestResult first = pages.get("/report/" + word, null);
        assertThat(first).hasStatus3xxRedirection().hasRedirectedUrl("/report/" + word + "/" + DAY);
        String address = "/report/" + word + "/" + DAY;
        assertThat(pages.seen(address, null)).contains("东山省 东1市 东11县 东111镇 东1111村", "零报告：没有情况");
        MvcTestResult wrong = pages.send(address, null, "zero", "on", "seen", "0", "signer", "村支书甲", "telephone", "没有");
        assertThat(FillingPages.text(wrong)).contains("请填写电话号码", "value=\"村支书甲\"");

        for (int press = 0; press < 2; press++) {
            pages.sent(address, null, "zero", "on", "seen", "0", "signer", "村支书甲", "telephone", "１３８００００００００");
        }

        assertThat(jdbc.sql("""
                        select count(*) filter (where channel = 4 and sender_id is null and not on_behalf and signer = '村支书甲')
                        from reporting.report where regime = :regime
                        """)
                        .param("regime", villages.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(pages.seen("/reporting/contacts/" + key("990101001201"), county))
                .contains("村支书甲", "13800000000");
        assertThat(pages.seen("/report/" + word, null)).contains("零报告", "查看、更正");
        assertThat(pages.seen(address, null)).contains("更正这份报告", "value=\"13800000000\"");
    }

    @Test
    void theVisitorSeesWhatIsMissingOfTheLastDaysAndNothingOlder() {
        String word = word("990101001201");
        for (int day = 1; day <= 9; day++) {
            clock.set(DAY.plusDays(day) + "T09:00:00+08:00");
            maker.start(villages);
        }
        String list = pages.seen("/report/" + word, null);

        assertThat(list).contains("缺报", "3月11日 周三", "3月5日 周四").doesNotContain("3月4日");
        pages.sent(
                "/report/" + word + "/" + DAY.plusDays(8),
                null,
                "zero",
                "on",
                "seen",
                "0",
                "signer",
                "甲",
                "telephone",
                "010-6000000");
        MvcTestResult old = pages.get("/report/" + word + "/" + DAY, null);
        assertThat(old).hasStatus(410);
        assertThat(FillingPages.text(old)).contains("请打电话给上级单位代报");
    }

    @Test
    void aBrokenRuleByLinkIsKeptAsADraftToo() {
        String address = "/report/" + word("990101001201") + "/" + DAY;
        String[] broken = {
            "v.total", "9", "v.local", "1", "v.away", "1", "seen", "0", "signer", "甲", "telephone", "010-6000000"
        };

        assertThat(pages.send(address, null, broken)).hasStatus(422);

        assertThat(pages.seen(address, null)).contains("存的草稿", "value=\"9\"");
    }

    @Test
    void aNewLinkReplacesTheOldAndARevokedOneOpensNothing() {
        String old = word("990101001201");
        String current = word("990101001201");
        assertClosed("/report/" + old, 410, "已经停用");
        assertThat(pages.get("/report/" + current, null)).hasStatus3xxRedirection();

        UUID id = jdbc.sql("select id from reporting.link where hash = :hash")
                .param("hash", SecretWord.hash(current))
                .query(UUID.class)
                .single();
        String revocation = links() + "/" + id + "/revocation";
        assertThat(pages.send(revocation, neighbour, "place", "" + key("990102")))
                .hasStatus(403);
        assertThat(pages.send(revocation, county, "place", "" + key("990101"))).hasStatus3xxRedirection();
        assertClosed("/report/" + current + "/" + DAY, 410, "丙县联");
        assertThat(pages.send(
                        "/report/" + current + "/" + DAY, null, "zero", "on", "signer", "甲", "telephone", "12345"))
                .hasStatus(410);
    }

    @Test
    void aLinkEndsOnItsDayAndWithTheRegime() {
        String brief = words(pages.send(
                        links(),
                        county,
                        "place",
                        "" + key("990101"),
                        "unit",
                        "" + key("990101001201"),
                        "until",
                        "2026-03-03"))
                .get(0);
        String whole = word("990101001202");
        assertThat(pages.send(
                        links(),
                        county,
                        "place",
                        "" + key("990101"),
                        "unit",
                        "" + key("990101001202"),
                        "until",
                        "2026-09-09"))
                .hasStatus(422);

        clock.set("2026-03-04T00:00:01+08:00");
        assertClosed("/report/" + brief, 410, "用到 2026-03-03 为止");
        clock.set("2026-04-01T00:00:01+08:00");
        assertClosed("/report/" + whole, 410, "已于 2026-03-31 结束");
    }

    @Test
    void aMergedUnitsLinkSaysWhom() {
        String code = "97" + Math.abs(UUID.randomUUID().hashCode() % 10_000);
        Unit merged = area(code, "并村");
        Unit into = area(code + "1", "大村");
        Regime regime = invented.below(code, 1, officer.personId());
        String word = words(pages.send(
                        "/reporting/links/" + regime.key(), officer, "place", "" + key(code), "unit", "" + key(code)))
                .get(0);

        organization.mergeUnit(merged.id(), into.id(), DAY, Actor.system());
        register.refresh();
        clock.set("2026-03-04T09:00:00+08:00");

        assertClosed("/report/" + word, 410, "并村已经合并、撤销");
    }

    @Test
    void whoGuessesIsAnsweredNoMoreAndAGoodLinkStillOpens() {
        String here = "203.0.113." + (1 + Math.abs(UUID.randomUUID().hashCode() % 250));
        String word = word("990101001201");
        MvcTestResult unknown = pages.getFrom(here, "/report/" + SecretWord.next());
        assertThat(unknown).hasStatus(404);
        assertThat(FillingPages.text(unknown)).contains("没有这个链接").doesNotContain("reporting.");
        for (int tries = 0; tries < 60; tries++) {
            pages.getFrom(here, "/report/x" + tries);
        }

        assertThat(pages.getFrom(here, "/report/" + SecretWord.next())).hasStatus(429);
        assertThat(pages.getFrom(here, "/report/" + word)).hasStatus3xxRedirection();
        assertThat(pages.getFrom(here, "/report/" + word + "/nonsense")).hasStatus(404);
    }

    @Test
    void aPageThatLayOpenTooLongIsSentAgainWithoutSigningIn() {
        String address = "/report/" + word("990101001201") + "/" + DAY;

        MvcTestResult late = pages.sendWithoutFormToken(address, "signer", "村支书甲");

        assertThat(FillingPages.text(late)).contains("继续提交", "村支书甲").doesNotContain("name=\"password\"");
    }

    @Test
    void whomToCallIsChangedByTheUnitItselfThoseAboveAndTheOffice() {
        String village = "/reporting/contacts/" + key("990101002202");
        assertThat(pages.send(village, neighbour, "name", "甲", "telephone", "12345"))
                .hasStatus(403);
        assertThat(pages.get(village, neighbour)).hasStatus(403);
        String wrong = FillingPages.text(pages.send(village, county, "name", "", "telephone", "12345"));
        assertThat(wrong).contains("请填写姓名", "value=\"12345\"");

        assertThat(pages.send(village, county, "name", "老支书", "telephone", "010-6000001"))
                .hasStatus3xxRedirection();
        assertThat(pages.send(village, officer, "name", "新支书", "telephone", "010-6000002"))
                .hasStatus3xxRedirection();

        assertThat(pages.seen("/reporting/contacts/" + key("990101002"), county))
                .contains("新支书", "010-6000002")
                .doesNotContain("老支书");
    }

    private void assertClosed(String address, int status, String why) {
        MvcTestResult result = pages.get(address, null);
        assertThat(result).hasStatus(status);
        assertThat(FillingPages.text(result)).contains("链接打不开", why);
    }

    private Unit area(String code, String name) {
        return organization.addUnit(
                new NewUnit(null, code, name, name, List.of(), UnitKind.AREA, null, InventedOffice.SINCE),
                Actor.system());
    }

    private String links() {
        return "/reporting/links/" + villages.key();
    }

    private String word(String code) {
        return words(pages.send(links(), county, "place", "" + key("990101"), "unit", "" + key(code)))
                .get(0);
    }

    private static List<String> words(MvcTestResult sheet) {
        assertThat(sheet).hasStatusOk();
        return WORD.matcher(FillingPages.text(sheet))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }
}
