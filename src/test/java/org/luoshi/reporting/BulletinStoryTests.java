package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.WholeHouse;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinChange;
import org.luoshi.reporting.review.BulletinError;
import org.luoshi.reporting.review.BulletinFigure;
import org.luoshi.reporting.review.BulletinPart;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.review.Erratum;
import org.luoshi.reporting.review.ErratumService;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Bulletins stay as they were issued; what comes later is listed beside them and told by errata. */
@WholeHouse
class BulletinStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private BulletinService service;

    @Autowired
    private BulletinQueries queries;

    @Autowired
    private ErratumService errata;

    private MockMvcTester mvc;
    private InventedReporting house;
    private Actor officer;
    private Actor leader;
    private Actor province;
    private Actor county;

    @BeforeEach
    void people(@Autowired WebApplicationContext context) {
        house = new InventedReporting(context);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        house.regions.openAccounts();
        officer = house.office.officer();
        leader = house.office.leader();
        province = house.regions.liaison("province-liaison");
        county = house.regions.liaison("county-liaison");
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void aBulletinSaysWhoIsMissingAndStaysAsItWasWhateverComesLater() {
        Regime counties = house.below("99", 3);
        house.report(counties, DAY, "990101", 7, 0, null);
        house.report(counties, DAY, "990102", 0, 0, null);
        house.report(counties, DAY, "990201", 5, 0, null);

        Bulletin bulletin = service.draw(rounds.require(counties.key(), DAY), PlaceKey.ALL, "日报", officer);

        BulletinPart all = bulletin.content().all();
        assertThat(all.owed()).isEqualTo(4);
        assertThat(all.reported()).isEqualTo(3);
        assertThat(all.figure("total")).map(BulletinFigure::sum).contains("12");
        assertThat(bulletin.content().missing()).containsExactly("东山省 东2市 东22县");
        assertThat(bulletin.number()).isEqualTo(1);
        assertThat(bulletin.content().before()).isNull();

        house.report(counties, DAY, "990101", 4, 1, "重复登记三例");
        house.report(counties, DAY, "990202", 9, 0, null);

        assertThat(service.isReproduced(bulletin)).isTrue();
        Bulletin second = service.draw(rounds.require(counties.key(), DAY), PlaceKey.ALL, "日报", officer);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.content().all().figure("total"))
                .map(BulletinFigure::sum)
                .contains("18");
        assertThat(queries.view(bulletin.id(), officer).changes())
                .extracting(BulletinChange::name, BulletinChange::wasMissing, BulletinChange::reason)
                .containsExactly(tuple("东山省 东1市 东11县", false, "重复登记三例"), tuple("东山省 东2市 东22县", true, null));
        assertThat(queries.view(second.id(), officer).count()).isZero();
        assertThat(queries.view(bulletin.id(), officer).bulletin().content()).isEqualTo(bulletin.content());
    }

    @Test
    void anErratumTellsWhatChangedSinceTheLastOneAndNothingIssuedEverChanges() {
        Regime villages = house.below("99", 5);
        house.report(villages, DAY, "990101001201", 7, 0, null);
        Bulletin bulletin = service.draw(rounds.require(villages.key(), DAY), house.key("9901"), "日报", officer);
        refused(() -> errata.draft(bulletin.id(), officer), BulletinError.NOT_ISSUED);
        refused(() -> service.issue(bulletin.id(), officer), BulletinError.MISSING);
        service.reword(bulletin.id(), "日报", "今日情况如下。", officer);
        service.issue(bulletin.id(), officer);
        refused(() -> errata.draft(bulletin.id(), officer), BulletinError.NOTHING_CHANGED);

        house.report(villages, DAY, "990101001201", 6, 1, "重复一例");
        house.report(villages, DAY, "990201001201", 50, 0, null);
        Erratum first = errata.draft(bulletin.id(), officer);

        assertThat(errata.draft(bulletin.id(), officer).id()).isEqualTo(first.id());
        assertThat(first.content().count()).isEqualTo(1);
        assertThat(first.content().was().figure("total"))
                .map(BulletinFigure::sum)
                .contains("7");
        assertThat(first.content().is().figure("total"))
                .map(BulletinFigure::sum)
                .contains("6");
        errata.reword(first.id(), "现予更正。", officer);
        errata.issue(first.id(), officer);
        house.report(villages, DAY, "990101001202", 1, 0, null);
        Erratum second = errata.draft(bulletin.id(), officer);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.content().was()).isEqualTo(first.content().is());
        assertThat(second.content().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.wasMissing()).isTrue());

        refused(() -> service.reword(bulletin.id(), "别的", "别的", officer), BulletinError.ISSUED_ALREADY);
        refused(() -> service.retake(bulletin.id(), officer), BulletinError.ISSUED_ALREADY);
        refused(() -> errata.reword(first.id(), "别的", officer), BulletinError.ISSUED_ALREADY);
        assertThatThrownBy(() -> jdbc.sql("update reporting.bulletin set words = '' where id = :id")
                        .param("id", bulletin.id())
                        .update())
                .hasStackTraceContaining("never changes");
        assertThat(service.isReproduced(bulletin)).isTrue();
    }

    @Test
    void aReportTellsWhichBulletinsUseItAndWhichItsCorrectionTouches() {
        Regime counties = house.below("99", 3);
        house.report(counties, DAY, "990101", 7, 0, null);
        Bulletin bulletin = service.draw(rounds.require(counties.key(), DAY), PlaceKey.ALL, "晨报", officer);
        service.reword(bulletin.id(), "晨报", "今日情况如下。", officer);
        service.issue(bulletin.id(), officer);
        String report = "/reporting/reports/" + counties.key() + "/" + DAY + "/" + house.key("990101");
        assertThat(seen(report, officer)).contains("第 1 期《晨报》", "所用数字与现在一致");

        house.report(counties, DAY, "990101", 9, 1, "补报两例");

        assertThat(seen(report, officer)).contains("之后有更正，简报需要更正");
        assertThat(seen(report, county)).doesNotContain("《晨报》");
    }

    @Test
    void everyBulletinOfAnUnquietDayIsReproduced() {
        Regime villages = house.below("99", 5);
        List<String> all = house.regions.villages();
        Random random = new Random(11);
        List<Bulletin> bulletins = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            String village = all.get(random.nextInt(all.size()));
            int revision = jdbc.sql("""
                            select revision from reporting.obligation where regime = :regime and period = :period and place = :place
                            """)
                    .param("regime", villages.id())
                    .param("period", DAY)
                    .param("place", house.key(village))
                    .query(Integer.class)
                    .single();
            house.report(villages, DAY, village, random.nextInt(20), revision, revision == 0 ? null : "更正" + turn);
            if (turn % 10 == 5) {
                bulletins.add(service.draw(
                        rounds.require(villages.key(), DAY),
                        turn % 20 == 5 ? PlaceKey.ALL : house.key("990101"),
                        "日报" + turn,
                        officer));
            }
        }
        assertThat(bulletins).allMatch(service::isReproduced);
        assertThat(bulletins).extracting(Bulletin::number).containsExactly(1, 2, 3, 4);
        jdbc.sql("update reporting.bulletin set content = jsonb_set(content, '{all,zero}', '77') where id = :id")
                .param("id", bulletins.get(0).id())
                .update();
        assertThat(service.isReproduced(
                        queries.view(bulletins.get(0).id(), officer).bulletin()))
                .isFalse();
    }

    @Test
    void thePagesLeadFromTheFiguresToThePaperAndTheErratum() throws IOException {
        Regime counties = house.below("99", 3);
        house.report(counties, DAY, "990101", 7, 0, null);
        String list = "/reporting/bulletins/" + counties.key();
        assertThat(seen(list, officer)).contains("还没有编过").contains("取数编写");
        assertThat(send(list, county, "period", DAY.toString())).hasStatus(403);
        assertThat(text(send(list, officer, "period", DAY.toString(), "unit", "没有这个省")))
                .contains("认不出这个单位")
                .contains("没有这个省");

        String address = location(send(list, officer, "period", DAY.toString()));
        String draft = seen(address, officer);
        assertThat(draft).contains("草稿").contains("截至3月2日").contains("缺报 3 个").contains("新增合计：7例（4 个单位中 1 个有数）");
        assertThat(get(address, leader)).hasStatus(403);
        assertThat(text(send(address + "/words", officer, "title", "日报", "words", "", "then", "issue")))
                .contains("这一项要填写");
        assertThat(location(
                        send(address + "/words", officer, "title", "疫情日报", "words", "今日平稳。\n请知悉。", "then", "issue")))
                .isEqualTo(address);

        String issued = seen(address, leader);
        assertThat(issued)
                .contains("今日平稳")
                .contains("签发")
                .doesNotContain("重取数字")
                .doesNotContain("起草更正");
        assertThat(get(address, county)).hasStatus(403);
        assertThat(seen(location(send(address + "/checks", leader)), leader)).contains("完全相同");
        assertThat(words(get(address + "/document", leader)))
                .contains("疫情日报")
                .contains("第 1 期")
                .contains("今日平稳。")
                .contains("新增合计（例）")
                .contains("东山省");

        house.report(counties, DAY, "990101", 6, 1, "重复一例");
        house.report(counties, DAY, "990102", 2, 0, null);
        assertThat(seen(list, officer)).contains("有 2 处变化");
        assertThat(seen(address, officer))
                .contains("之后有 2 处变化")
                .contains("重复一例")
                .contains("简报之后才报来");
        String erratum = location(send(address + "/errata", officer));
        assertThat(seen(erratum, officer)).contains("更正：疫情日报").contains("更正或补报 2 处");
        assertThat(get(erratum, leader)).hasStatus(403);
        assertThat(location(send(erratum + "/words", officer, "words", "现予更正。", "then", "issue")))
                .isEqualTo(erratum);
        assertThat(seen(erratum, leader)).contains("现予更正").contains(address);
        assertThat(seen(address, leader)).contains(erratum).doesNotContain("处变化");
        assertThat(words(get(erratum + "/document", leader)))
                .contains("更正：疫情日报")
                .contains("重复一例")
                .contains("没报");
        assertThat(text(send(address + "/errata", officer))).contains("没有变化");
    }

    @Test
    void aProvinceSeesOnlyWhatIsIssuedAboutIt() {
        Regime counties = house.below("99", 3);
        Bulletin whole = issued(counties, PlaceKey.ALL);
        Bulletin theirs = issued(counties, house.key("99"));

        assertThat(queries.of(counties, null, province))
                .extracting(line -> line.bulletin().id())
                .containsExactly(theirs.id());
        refused(() -> queries.view(whole.id(), province), BulletinError.NOT_YOURS);
        refused(() -> queries.view(UUID.randomUUID(), officer), BulletinError.UNKNOWN);
    }

    private Bulletin issued(Regime regime, long place) {
        Bulletin bulletin = service.draw(rounds.require(regime.key(), DAY), place, "日报", officer);
        service.reword(bulletin.id(), "日报", "如下。", officer);
        service.issue(bulletin.id(), officer);
        return bulletin;
    }

    private static void refused(Runnable what, BulletinError error) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static String words(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk();
        try (XWPFDocument document = new XWPFDocument(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
    }

    private String seen(String uri, Actor actor) {
        MvcTestResult result = get(uri, actor);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private MvcTestResult send(String uri, Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(actor));
        for (int n = 0; n < namesAndValues.length; n += 2) {
            request = request.param(namesAndValues[n], namesAndValues[n + 1]);
        }
        return request.exchange();
    }

    private static String location(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        @Nullable String location = result.getResponse().getRedirectedUrl();
        return location == null ? "" : location;
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
