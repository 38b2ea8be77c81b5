package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.CareKind;
import org.luoshi.branch.core.CareQueries;
import org.luoshi.branch.core.CareService;
import org.luoshi.branch.core.PeopleSweep;
import org.luoshi.branch.core.Standing;
import org.luoshi.branch.core.TalkHints;
import org.luoshi.branch.core.TalkHints.Reason;
import org.luoshi.branch.core.TalkService;
import org.luoshi.branch.core.Trait;
import org.luoshi.history.HistoryApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care is for the few who need to know, and is gone when its time is over; talks are suggested and never asked for. */
@WholeHouse
@Import(InventedBranch.class)
class CareStoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String WORDS = "术后在家休养，送去学习材料";

    @Autowired
    private InventedBranch invented;

    @Autowired
    private BranchService branches;

    @Autowired
    private CareService care;

    @Autowired
    private CareQueries queries;

    @Autowired
    private TalkHints hints;

    @Autowired
    private TalkService talks;

    @Autowired
    private HistoryApi history;

    @Autowired
    private PeopleSweep sweep;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Made branch;
    private Actor secretary;
    private Actor organisation;
    private Actor publicity;
    private Actor helper;
    private UUID person;

    @BeforeEach
    void aBranchInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        branch = invented.withMembers(8);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        organisation = InventedBranch.as(branch.members().get(1));
        publicity = InventedBranch.as(branch.members().get(2));
        helper = InventedBranch.as(branch.members().get(6));
        person = branch.members().get(7);
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void onlyTheFewWhoNeedItSeeIt() {
        UUID one = care.open(branch.id(), person, List.of(helper.personId()), secretary);
        UUID another = care.open(branch.id(), branch.members().get(5), List.of(), secretary);
        care.note(branch.id(), one, CareKind.VISIT, TODAY, WORDS, helper);

        assertThat(queries.sheet(branch.id(), organisation).cases()).hasSize(2);
        assertThat(queries.sheet(branch.id(), helper).cases())
                .extracting(view -> view.careCase().id())
                .containsExactly(one);
        refuses("branch.unknown", () -> care.note(branch.id(), another, CareKind.HELP, TODAY, "不该写", helper));
        for (Actor stranger : List.of(
                publicity,
                InventedBranch.as(branch.members().get(4)),
                InventedBranch.as(person),
                role(Role.AUDITOR),
                role(Role.PARTY_AFFAIRS),
                role(Role.SYSTEM_ADMINISTRATOR))) {
            refuses("branch.unknown", () -> queries.sheet(branch.id(), stranger));
            refuses("branch.unknown", () -> care.note(branch.id(), one, CareKind.HELP, TODAY, "不该写", stranger));
            refuses("branch.unknown", () -> care.close(branch.id(), one, 1, TODAY, stranger));
        }
        refuses("branch.unknown", () -> care.close(branch.id(), one, 1, TODAY, helper));
    }

    @Test
    void theHistoryKnowsThatAndNeverWhatOrOfWhom() {
        UUID one = care.open(branch.id(), person, List.of(), secretary);
        care.note(branch.id(), one, CareKind.NEED, TODAY, WORDS, secretary);
        queries.sheet(branch.id(), secretary);

        assertThat(history.of(branch.id(), 200))
                .filteredOn(line -> line.subjectKind().equals("branch.care"))
                .extracting(line -> line.action())
                .containsExactlyInAnyOrder("opened", "noted", "seen");
        assertThat(history.of(branch.id(), 200))
                .filteredOn(line -> line.subjectKind().equals("branch.care"))
                .noneMatch(line -> (line.details() + String.valueOf(line.reason())).contains("术后")
                        || line.details().toString().contains(person.toString()));
    }

    @Test
    void whatHasHadItsTimeIsDeletedUnlessItIsHeld() {
        UUID gone = care.open(branch.id(), person, List.of(helper.personId()), secretary);
        care.note(branch.id(), gone, CareKind.VISIT, TODAY, WORDS, secretary);
        UUID held = care.open(branch.id(), branch.members().get(5), List.of(), secretary);
        care.note(branch.id(), held, CareKind.VISIT, TODAY, WORDS, secretary);
        care.close(branch.id(), gone, 1, TODAY, secretary);
        care.close(branch.id(), held, 1, TODAY, secretary);
        care.hold(branch.id(), held, 2, "复议期间保留", secretary);
        refuses(
                "branch.people.step-not-open",
                () -> care.note(branch.id(), gone, CareKind.HELP, TODAY, "太晚", secretary));

        clock.set("2027-06-14T09:00:00+08:00");
        sweep.run();
        assertThat(entries(gone)).isEqualTo(1);
        clock.set("2027-06-15T09:00:00+08:00");
        sweep.run();
        sweep.run();

        assertThat(entries(gone)).isZero();
        assertThat(jdbc.sql("select count(*) from branch.care_case where id = :id")
                        .param("id", gone)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(entries(held)).isEqualTo(1);

        care.hold(branch.id(), held, 3, "", secretary);
        assertThat(care.purge()).isEqualTo(1);
        assertThat(care.purge()).isZero();
    }

    @Test
    void whoHasTheCareFlagIsNamedUntilSomebodyBegins() {
        branches.mark(branch.id(), person, Trait.CARE, true, TODAY, Actor.system());
        assertThat(queries.sheet(branch.id(), secretary).flagged()).hasSize(1);
        care.open(branch.id(), person, List.of(), secretary);
        assertThat(queries.sheet(branch.id(), secretary).flagged()).isEmpty();
    }

    @Test
    void talksAreSuggestedFromWhatHappenedAndCanBePutAside() {
        assertThat(hints.of(branch.id(), secretary)).isEmpty();
        branches.changeStanding(
                branch.id(), person, Standing.UNDER_PROBATION, LocalDate.of(2026, 5, 20), "处分决定", Actor.system());
        branches.fill(
                branch.id(),
                org.luoshi.branch.core.BranchPost.PUBLICITY,
                helper.personId(),
                LocalDate.of(2026, 6, 1),
                Actor.system());

        assertThat(hints.of(branch.id(), secretary))
                .extracting(TalkHints.Hint::reason)
                .containsExactly(Reason.POST_CHANGED, Reason.DISCIPLINE);
        assertThat(hints.of(branch.id(), InventedBranch.as(branch.members().get(5))))
                .isEmpty();

        talks.talk(branch.id(), secretary.personId(), person, TODAY, "", secretary);
        hints.dismiss(branch.id(), helper.personId(), Reason.POST_CHANGED, LocalDate.of(2026, 6, 1), secretary);
        hints.dismiss(branch.id(), helper.personId(), Reason.POST_CHANGED, LocalDate.of(2026, 6, 1), secretary);
        assertThat(hints.of(branch.id(), secretary)).isEmpty();
    }

    @Test
    void afterAnAppraisalATalkWithEachIsSuggested() {
        invented.held(branch, null, LocalDate.of(2026, 6, 10), null, "APPRAISAL");
        assertThat(hints.of(branch.id(), secretary))
                .hasSize(7)
                .allMatch(hint -> hint.reason() == Reason.APPRAISED)
                .noneMatch(hint -> hint.personId().equals(secretary.personId()));
    }

    private static Actor role(Role role) {
        return new Actor(UUID.randomUUID(), "某人", List.of(), Set.of(role));
    }

    private int entries(UUID caseId) {
        return jdbc.sql("select count(*) from branch.care_entry where case_id = :id")
                .param("id", caseId)
                .query(Integer.class)
                .single();
    }

    private static void refuses(String code, Runnable step) {
        assertThatThrownBy(step::run).hasMessageStartingWith(code);
    }
}
