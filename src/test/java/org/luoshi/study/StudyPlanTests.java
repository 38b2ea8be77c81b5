package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.branch.core.Trait;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyCoverage;
import org.luoshi.study.core.StudyPlanLine;
import org.luoshi.study.core.StudyPlanQueries;
import org.luoshi.study.core.StudyPlanView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

@WholeHouse
@Import(InventedBranch.class)
class StudyPlanTests {

    private static final LocalDate SINCE = LocalDate.of(2025, 3, 1);

    @Autowired
    private InventedBranch invented;

    @Autowired
    private BranchService branches;

    @Autowired
    private GroupService groups;

    @Autowired
    private ActivityService activities;

    @Autowired
    private StudyBranches places;

    @Autowired
    private StudyPlanQueries queries;

    @Autowired
    private TestClock clock;

    @Autowired
    private WebApplicationContext context;

    private StudyPages pages;
    private Made branch;
    private Actor secretary;
    private Actor member;

    /** Nine members: a committee of four, a leader, and a group whose leader is the sixth. */
    @BeforeEach
    void aBranch() {
        clock.set(TestClock.START);
        pages = new StudyPages(context);
        branch = invented.withMembers(9);
        invented.electCommittee(branch, SINCE);
        branches.mark(branch.id(), branch.members().get(4), Trait.LEADER, true, SINCE, Actor.system());
        groups.add(branch.id(), "第一党小组", null, branch.members().get(5), branch.members(), SINCE, Actor.system());
        secretary = InventedBranch.as(branch.members().get(0));
        member = InventedBranch.as(branch.members().get(8));
    }

    @Test
    void aProposalGivesEachNamedRoleALectureAndEachQuarterAYouthClass() {
        assertThat(plan().people()).hasSize(6).allMatch(StudyCoverage::isMissing);

        pages.sent("/study/plan/proposal" + query(2026), secretary);

        StudyPlanView plan = plan();
        assertThat(plan.lines()).hasSize(10);
        assertThat(plan.people()).noneMatch(StudyCoverage::isMissing);
        assertThat(plan.quarters()).allMatch(quarter -> quarter.planned() == 1);
        assertThat(plan.hasGaps()).isFalse();
        assertThat(pages.send("/study/plan/proposal" + query(2026), secretary))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void nothingIsProposedForMonthsThatAreOver() {
        clock.set("2026-07-20T09:00:00+08:00");

        pages.sent("/study/plan/proposal" + query(2026), secretary);

        assertThat(plan().lines())
                .hasSize(8)
                .allMatch(line -> line.row().month() >= 7 && line.state() == StudyPlanLine.State.OPEN);
        assertThat(plan().hasGaps()).isFalse();
    }

    @Test
    void whoIsInCareIsNotAskedToLecture() {
        branches.mark(branch.id(), branch.members().get(4), Trait.CARE, true, SINCE, Actor.system());

        pages.sent("/study/plan/proposal" + query(2026), secretary);

        assertThat(plan().people())
                .filteredOn(StudyCoverage::care)
                .singleElement()
                .matches(one -> one.planned() == 0 && !one.isMissing());
    }

    @Test
    void aLineGoesIntoTheCalendarInOnePressAndItsRecordSaysThatItWasHeld() {
        add("学习贯彻全会精神", "LECTURE", "post:SECRETARY");
        StudyPlanLine line = plan().lines().get(0);
        assertThat(line.state()).isEqualTo(StudyPlanLine.State.OPEN);

        pages.sent(
                "/study/plan-rows/" + line.row().id() + "/activity",
                secretary,
                "version",
                "1",
                "day",
                "2026-03-02",
                "from",
                "08:00",
                "to",
                "09:00",
                "place",
                "三楼会议室");
        StudyPlanLine planned = plan().lines().get(0);
        assertThat(planned.state()).isEqualTo(StudyPlanLine.State.IN_CALENDAR);
        UUID activity = java.util.Objects.requireNonNull(planned.row().activityId());
        assertThat(pages.send(
                        "/study/plan-rows/" + line.row().id() + "/activity",
                        secretary,
                        "version",
                        "2",
                        "day",
                        "2026-03-03"))
                .hasStatus(HttpStatus.CONFLICT);

        activities.record(
                activity,
                1,
                new RecordActivity(Set.copyOf(branch.members()), Map.of(), "", "没有议定事项", List.of(), null, List.of()),
                Actor.system());
        assertThat(plan().lines().get(0).state()).isEqualTo(StudyPlanLine.State.DONE);
        assertThat(plan().held()).isEqualTo(1);
        assertThat(plan().people()).filteredOn(one -> one.held() == 1).hasSize(1);
        assertThat(pages.seen("/study" + query(2026), member)).contains("学习贯彻全会精神", "已开展");
    }

    @Test
    void aLineOfAMonthThatIsOverIsBehind() {
        add("一月的课", "LECTURE", "");

        assertThat(plan().lines().get(0).state()).isEqualTo(StudyPlanLine.State.OPEN);
        clock.set("2026-05-04T09:00:00+08:00");
        assertThat(plan().lines().get(0).state()).isEqualTo(StudyPlanLine.State.BEHIND);
    }

    @Test
    void lastYearsPlanIsCopiedWithoutItsActivities() {
        add("年年要学", "GROUP_STUDY", "post:PUBLICITY");

        pages.sent("/study/plan/copy" + query(2027), secretary);

        StudyPlanView next =
                queries.plan(places.require(branch.id(), 2027, secretary), Locale.SIMPLIFIED_CHINESE, secretary);
        assertThat(next.lines()).singleElement().satisfies(line -> {
            assertThat(line.row().theme()).isEqualTo("年年要学");
            assertThat(line.row().activityId()).isNull();
        });
        assertThat(pages.send("/study/plan/copy" + query(2027), secretary)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aMistakeIsToldBesideTheFormWithWhatWasTyped() {
        var refused = pages.send(
                "/study/plan-rows" + query(2026),
                secretary,
                "month",
                "3",
                "theme",
                " ",
                "sourceText",
                "论语",
                "kind",
                "LECTURE");

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(StudyPages.text(refused)).contains("还缺：主题", "value=\"论语\"");
    }

    @Test
    void onlyTheCommitteeChangesThePlanAndOthersDoNotSeeTheBranch() {
        assertThat(pages.send("/study/plan-rows" + query(2026), member, "month", "3", "theme", "课", "kind", "LECTURE"))
                .hasStatus(HttpStatus.FORBIDDEN);
        Actor stranger = InventedBranch.as(invented.withMembers(3).members().get(0));
        assertThat(pages.get("/study" + query(2026), stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.seen("/study", InventedBranch.as(UUID.randomUUID()))).contains("不在任何支部的名册里");
    }

    @Test
    void aStaleLineIsAConflictAndALineWithoutActivityCanBeTakenOut() {
        add("要删的课", "LECTURE", "");
        String address = "/study/plan-rows/" + plan().lines().get(0).row().id();

        assertThat(pages.send(address, secretary, "version", "7", "month", "3", "theme", "改", "kind", "LECTURE"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.seen(address, secretary)).contains("要删的课");
        pages.sent(address + "/removal", secretary, "version", "1");

        assertThat(plan().lines()).isEmpty();
    }

    private void add(String theme, String kind, String lecturer) {
        pages.sent(
                "/study/plan-rows" + query(2026),
                secretary,
                "month",
                "3",
                "theme",
                theme,
                "kind",
                kind,
                "lecturer",
                lecturer);
    }

    private StudyPlanView plan() {
        return queries.plan(places.require(branch.id(), 2026, secretary), Locale.SIMPLIFIED_CHINESE, secretary);
    }

    private String query(int year) {
        return "?branch=" + branch.id() + "&year=" + year;
    }
}
