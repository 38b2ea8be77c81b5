package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.WholeHouse;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.review.EndingQueries;
import org.luoshi.reporting.review.EndingSweep;
import org.luoshi.reporting.review.EndingView;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A regime stops by itself; what is personal in it goes after the days of grace by two people, and the statistics stay. */
@WholeHouse
class EndingStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private BulletinService bulletins;

    @Autowired
    private BulletinQueries bulletinQueries;

    @Autowired
    private EndingQueries endings;

    @Autowired
    private EndingSweep sweep;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private HistoryApi history;

    @Autowired
    private JobsApi jobs;

    private MockMvcTester mvc;
    private InventedReporting house;
    private Actor officer;
    private Actor other;
    private Actor county;
    private Regime counties;

    @BeforeEach
    void aRegimeWithSomethingPersonal(@Autowired WebApplicationContext context) {
        house = new InventedReporting(context);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        officer = house.office.officer();
        other = house.office.otherOfficer();
        county = house.regions.liaison("county-liaison");
        counties = house.below("99", 3);
        house.report(
                counties,
                DAY,
                "990101",
                Map.of("total", "3", "local", "2", "away", "1", "patient", "某甲", "note", "已隔离"),
                0,
                null);
        house.report(counties, DAY, "990102", Map.of("total", "1", "local", "1", "away", "0", "patient", "?"), 0, null);
        jdbc.sql("insert into reporting.draft values (:regime, :day, :place, '{\"patient\": \"某乙\"}', null, now())")
                .param("regime", counties.id())
                .param("day", DAY)
                .param("place", house.key("990201"))
                .update();
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void itStopsByItselfAndTheDeletionWaitsOnTheDeskOfTheOffice() {
        house.at("2026-04-02T09:00:00+08:00");
        house.layDown(counties);

        assertThat(counties.state(LocalDate.of(2026, 4, 2))).isEqualTo(RegimeState.ENDED);
        assertThat(regimes.rounds(counties.id(), LocalDate.of(2027, 1, 1), 100)
                        .get(0)
                        .period())
                .isEqualTo("2026-03-31");

        sweep.sweep();
        sweep.sweep();

        assertThat(obligations.openFor(officer, 500))
                .filteredOn(owed -> owed.href().equals(address()))
                .singleElement()
                .satisfies(owed -> assertThat(owed.due()).isEqualTo("2026-04-30T15:59:59Z"));
        assertThat(seen(officer)).contains("个人信息保存到 2026年4月30日").doesNotContain("提出删除<");
        assertThat(text(send("/requests", officer))).contains("到期才能删除");
        EndingView view = endings.view(counties.key(), officer);
        assertThat(view.personal())
                .singleElement()
                .satisfies(patient -> assertThat(patient.values()).isEqualTo(1));
        assertThat(view.drafts()).isEqualTo(1);
        assertThat(view.periods()).hasSize(30);
        assertThat(view.periods().get(0)).isEqualTo(new EndingView.Period(DAY, 4, 2, 0, 0));
    }

    @Test
    void keepingItLongerNeedsAReasonAndMovesTheDay() {
        house.at("2026-04-02T09:00:00+08:00");
        sweep.sweep();

        assertThat(text(send("/extensions", officer, "days", "10", "reason", " ")))
                .contains("请写明理由");
        assertThat(text(send("/extensions", officer, "days", "十天", "reason", "审计需要")))
                .contains("1 到 365")
                .contains("审计需要");
        assertThat(send("/extensions", officer, "days", "10", "reason", "审计需要")).hasStatus3xxRedirection();

        assertThat(seen(officer)).contains("2026年5月10日").contains("延长 10 天").contains("审计需要");
        assertThat(onDesk().due()).isEqualTo("2026-05-10T15:59:59Z");
        assertThat(send("/extensions", county, "days", "10", "reason", "审计需要")).hasStatus(403);
    }

    @Test
    void twoPeopleDeleteWhatIsPersonalAndTheStatisticsAndBulletinsStay() throws Exception {
        Bulletin bulletin = bulletins.draw(rounds.require(counties.key(), DAY), PlaceKey.ALL, "日报", officer);
        assertThatThrownBy(() -> jdbc.sql("update reporting.report set values = null where regime = :regime")
                        .param("regime", counties.id())
                        .update())
                .hasStackTraceContaining("never changes");
        house.at("2026-05-01T09:00:00+08:00");
        house.layDown(counties);
        sweep.sweep();

        assertThat(send("/confirmations", other)).hasStatus(409);
        assertThat(send("/requests", officer)).hasStatus3xxRedirection();
        assertThat(send("/confirmations", officer)).hasStatus(403);
        assertThat(seen(officer)).contains("要由另一个人确认");
        assertThat(send("/withdrawals", officer)).hasStatus3xxRedirection();
        assertThat(send("/requests", officer)).hasStatus3xxRedirection();
        MvcTestResult confirmed = send("/confirmations", other);
        assertThat(confirmed).hasStatus3xxRedirection();
        waitFor(confirmed);

        assertThat(values("990101")).doesNotContain("某甲").contains("已隔离").contains("\"total\": 3");
        assertThat(endings.view(counties.key(), officer).ending().reports()).isEqualTo(2);
        assertThat(endings.view(counties.key(), officer).drafts()).isZero();
        assertThat(seen(officer)).contains("删除了 2 份报告里的个人信息、1 份草稿");
        assertThat(check.check(rounds.require(counties.key(), DAY)).differences())
                .isEmpty();
        assertThat(bulletinQueries.view(bulletin.id(), officer).bulletin().content())
                .isEqualTo(bulletin.content());
        assertThat(bulletins.isReproduced(bulletin)).isTrue();
        assertThat(obligations.openFor(officer, 500))
                .noneMatch(owed -> owed.href().equals(address()));
        assertThat(history.of(counties.key(), 50))
                .anyMatch(line -> line.action().equals("erased"));
        assertThatThrownBy(() ->
                        house.report(counties, DAY, "990201", Map.of("total", "1", "local", "1", "away", "0"), 0, null))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ReportingError.ERASED));
        sweep.sweep();
        assertThat(endings.view(counties.key(), officer).ending().doneAt()).isNotNull();
    }

    private Obligation onDesk() {
        return obligations.openFor(officer, 500).stream()
                .filter(owed -> owed.href().equals(address()))
                .findFirst()
                .orElseThrow();
    }

    private void waitFor(MvcTestResult started) throws InterruptedException {
        @Nullable String address = started.getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/jobs/");
        UUID id = UUID.fromString(address == null ? "" : address.substring(6));
        for (int tries = 0; tries < 300; tries++) {
            Job job = jobs.find(id, other).orElseThrow();
            assertThat(job.failure()).isNull();
            if (job.state() == Job.State.DONE) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The deletion did not end");
    }

    private String values(String code) {
        return jdbc.sql("select values::text from reporting.report where regime = :regime and place = :place")
                .param("regime", counties.id())
                .param("place", house.key(code))
                .query(String.class)
                .single();
    }

    private String address() {
        return "/reporting/ending/" + counties.key();
    }

    private String seen(Actor actor) {
        MvcTestResult result = mvc.get()
                .uri(address())
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private MvcTestResult send(String step, Actor actor, String... namesAndValues) {
        var request = mvc.post()
                .uri(address() + step)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor));
        for (int n = 0; n < namesAndValues.length; n += 2) {
            request = request.param(namesAndValues[n], namesAndValues[n + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
