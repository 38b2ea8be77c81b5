package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.IssuedItems;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads what of June 2035: leaders and their secretaries the numbers of all, but no title that somebody else asked for. */
@WholeHouse
class FigureReadersTests {

    private static final Locale CHINESE = Texts.SIMPLIFIED;
    private static final FiguresPeriod JUNE = new FiguresPeriod(LocalDate.of(2035, 6, 1), LocalDate.of(2035, 6, 30));
    private static final LocalDate DUE = LocalDate.of(2035, 6, 20);

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private LedgerFigures figures;

    @Autowired
    private LedgerBulletins bulletins;

    @Autowired
    private Assessments assessments;

    @Autowired
    private FiguresRail rail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;

    @BeforeEach
    void anOffice() {
        clock.set("2035-06-04T09:00:00+08:00");
        office = InventedOffice.in(organization, access);
    }

    @AfterEach
    void theClock() {
        clock.set(TestClock.START);
    }

    private Actor reader(String who) {
        return who.equals("leader") ? office.leader() : office.secretary();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "secretary"})
    void aLeaderReadsTheNumbersOfAllAndTheTitlesOfWhatTheLeaderAskedFor(String who) {
        IssuedItems issued = new IssuedItems(house);
        UUID own = issued.issued(office, "本领导批示办理的事项", DUE, office.roads);
        jdbc.sql("update ledger.item set leader_post_id = :post where id = :id")
                .param("post", office.leaderPost)
                .param("id", own)
                .update();
        UUID others = issued.issued(office, "另一位领导批示的事项", DUE, office.finance);
        Actor reader = reader(who);

        assertThat(figures.table(june(), CHINESE, reader).all().sums())
                .isEqualTo(
                        figures.table(june(), CHINESE, office.officer()).all().sums());
        List<Fact> rows = figures.rows(june(), Measure.ISSUED, Side.ALL, null, 50, 0, reader)
                .facts();
        assertThat(rows).filteredOn(fact -> fact.itemId().equals(own)).allMatch(Fact::isTitled);
        assertThat(rows)
                .filteredOn(fact -> fact.itemId().equals(others))
                .isNotEmpty()
                .noneMatch(Fact::isTitled)
                .allMatch(fact -> fact.number() == null);
        assertThat(rail.entriesFor(reader)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "secretary"})
    void aLeaderReadsIssuedBulletinsAndChangesNone(String who) {
        BulletinPlan plan = new BulletinPlan("六月督查通报", JUNE, List.of(FigureGrouping.UNIT), Map.of(), false);
        Actor reader = reader(who);
        UUID draft = bulletins.draft(plan, office.officer());
        refused(() -> bulletins.require(draft, reader), FiguresError.UNKNOWN);
        assertThat(bulletins.list(reader)).noneMatch(entry -> entry.id().equals(draft));
        bulletins.issue(draft, 1, CHINESE, office.director());

        LedgerBulletin issued = bulletins.require(draft, reader);
        assertThat(issued.fits()).isTrue();
        assertThat(bulletins.list(reader)).anyMatch(entry -> entry.id().equals(draft));
        assertThat(BulletinRights.of(issued, false, reader))
                .isEqualTo(new BulletinRights(false, false, false, false, false));
        refused(() -> bulletins.draft(plan, reader), FiguresError.NOT_YOURS);
        refused(() -> bulletins.correct(draft, "错了", reader), FiguresError.NOT_YOURS);
        refused(
                () -> bulletins.rows(draft, FigureGrouping.UNIT, null, Measure.ISSUED, Side.ALL, reader),
                FiguresError.NOT_YOURS);
        refused(() -> bulletins.frozenSet(draft, reader), FiguresError.NOT_YOURS);
        assertThat(FigureReaders.readsAssessment(reader)).isFalse();
        refused(() -> assessments.rules(reader), FiguresError.NOT_YOURS);
    }

    private static FiguresQuestion june() {
        return FiguresQuestion.of(JUNE, FigureGrouping.UNIT);
    }

    private static void refused(ThrowingCallable call, FiguresError error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }
}
