package org.luoshi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.core.SeatService;
import org.luoshi.organization.core.UnitService;
import org.luoshi.platform.OfficeName;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ApplicationModuleTest(extraIncludes = "spreadsheets")
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class OrganizationModuleTests {

    private static final Actor ADMINISTRATOR = Actor.system();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private UnitService units;

    @Autowired
    private SeatService seats;

    @Autowired
    private OfficeName officeName;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private FilesApi files;

    @MockitoBean
    private JobsApi jobs;

    @BeforeEach
    void anEmptyHouse() {
        jdbc.sql("truncate organization.unit, organization.person cascade").update();
    }

    @Test
    void unitsStandDepthFirstInTheOfficialOrder() {
        Unit second = unit("乙省", null, 2);
        Unit first = unit("甲省", null, 1);
        Unit city = unit("甲省子市", first.id(), null);
        Unit inserted = unit("丙省", null, 2);

        assertThat(organization.unitsOn(TODAY))
                .extracting(Unit::id)
                .containsExactly(first.id(), city.id(), inserted.id(), second.id());
        assertThat(organization.inOfficialOrder(List.of(second.id(), city.id())))
                .extracting(Unit::name)
                .containsExactly("甲省子市", "乙省");
        assertThat(city.path()).containsExactly(first.id(), city.id());
        assertThat(organization.subtree(List.of(first.id()))).containsExactlyInAnyOrder(first.id(), city.id());
    }

    @Test
    void aMovedUnitTakesEverythingBelowItAlong() {
        Unit from = unit("甲省", null, 1);
        Unit to = unit("乙省", null, 2);
        Unit city = unit("子市", from.id(), null);
        Unit county = unit("丑县", city.id(), null);

        units.change(city.id(), 1, as(city, "子市", to.id()), ADMINISTRATOR);

        assertThat(organization.unit(county.id()).orElseThrow().path())
                .containsExactly(to.id(), city.id(), county.id());
        assertThat(organization.subtree(List.of(from.id()))).containsExactly(from.id());
        refused(
                "organization.below-itself",
                () -> units.change(city.id(), 2, as(city, "子市", county.id()), ADMINISTRATOR));
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        Unit unit = unit("甲省", null, 1);
        units.change(unit.id(), 1, as(unit, "甲甲省", null), ADMINISTRATOR);

        refused(
                "organization.changed-meanwhile",
                () -> units.change(unit.id(), 1, as(unit, "乙省", null), ADMINISTRATOR));
    }

    @Test
    void validityIsKeptByTheDay() {
        Unit unit = unit("甲省", null, 1);
        LocalDate last = LocalDate.of(2024, 6, 30);
        units.end(unit.id(), last, "撤销", ADMINISTRATOR);

        assertThat(organization.unitsOn(last)).hasSize(1);
        assertThat(organization.unitsOn(last.plusDays(1))).isEmpty();
        assertThat(organization.unitsOn(LONG_AGO.minusDays(1))).isEmpty();
        assertThat(organization.units(List.of(unit.id()))).hasSize(1);
        refused("organization.ended", () -> unit("子市", unit.id(), null));
    }

    @Test
    void searchTakesPartsTraditionalCharactersAndInitials() {
        Unit commission = named("国家发展和改革委员会", "发展改革委");
        unit("民政部", null, null);

        for (String query : List.of("改革", "發展改革", "fzgg", "FZGGW", "gjfzh", "委", "国家发展和改革委员会")) {
            assertThat(organization.searchUnits(query, 10))
                    .as(query)
                    .extracting(Unit::id)
                    .containsExactly(commission.id());
        }
        for (String query : List.of("", "%", "’; drop", "不存在的单位", "🙂")) {
            assertThat(organization.searchUnits(query, 10)).as(query).isEmpty();
        }
    }

    @Test
    void theNameItselfComesBeforeNamesThatContainIt() {
        unit("甲省民政厅办公室", null, 1);
        Unit exact = unit("民政厅", null, 2);

        assertThat(organization.searchUnits("民政厅", 10))
                .first()
                .extracting(Unit::id)
                .isEqualTo(exact.id());
    }

    @Test
    void namesWrittenByOthersAreUnderstood() {
        Unit commission = named("国家发展和改革委员会", "国家发改委");
        Unit bureau = unit("甲市审批服务局", null, null);
        Unit province = unit("乙省", null, null);
        unit("民政部", null, null);

        assertMatch("国家发改委", commission, 1, 1);
        assertMatch("國家發展和改革委員會", commission, 1, 1);
        assertMatch("发展改革委", commission, 0.9, 0.95);
        assertMatch("发改委", commission, 0.6, 0.95);
        assertMatch("市审批服务局", bureau, 0.9, 0.95);
        assertMatch("乙省人民政府", province, 0.9, 0.95);
        assertMatch("市行政审批服务局", bureau, 0.4, 0.89);
        assertThat(organization.matchUnits("完全无关的名称", 5)).isEmpty();
        assertThat(organization.matchUnits(" 、", 5)).isEmpty();
    }

    @Test
    void theWaysPapersWriteACommissionAllMeanIt() {
        Unit commission = unit("国家发展和改革委员会", null, null);
        Unit province = unit("甲省住房和城乡建设厅", null, null);
        unit("国家数据局", null, null);

        for (String written : List.of("国家发展改革委", "发展改革委", "国家发展和改革委员会", "发展和改革委员会", "国家发展与改革委")) {
            assertMatch(written, commission, 0.9, 1);
        }
        assertMatch("省住房城乡建设厅", province, 0.9, 0.95);
        assertMatch("住房和城乡建设厅", province, 0.9, 0.95);
        assertMatch("省住建厅", province, 0.4, 0.89);
    }

    @Test
    void aFormerNameLeadsToTheSuccessorLessSurely() {
        Unit ended = unit("甲省扶贫开发办公室", null, null);
        Unit successor = unit("甲省乡村振兴局", null, null);
        organization.mergeUnit(ended.id(), successor.id(), LocalDate.of(2021, 5, 1), ADMINISTRATOR);

        assertMatch("甲省扶贫开发办公室", successor, 0.9, 0.99);
        assertMatch("甲省扶贫开发办", successor, 0.4, 0.89);
        assertMatch("省扶贫开发办", successor, 0.4, 0.89);
    }

    @Test
    void writtenNamesAreTakenLeftOutMadeOrAskedAbout() {
        Unit bureau = unit("甲市住房和城乡建设局", null, null);
        Map<String, Integer> written = new java.util.LinkedHashMap<>();
        written.put("市住房城乡建设局", 3);
        written.put("市住建局", 1);
        written.put("各有关部门", 2);
        written.put("审批服务局", 1);
        written.put("市审批服务局", 4);
        written.put("气象台", 1);
        Map<String, WrittenName> names =
                organization.resolveWritten(written, Map.of("气象台", WrittenName.LEAVE, "市住建局", "use:nobody"));

        assertThat(names.keySet()).containsExactlyElementsOf(written.keySet());
        assertThat(of(names, "市住房城乡建设局").certain()).isTrue();
        assertThat(of(names, "市住房城乡建设局").decision()).isEqualTo(WrittenName.USE + bureau.id());
        assertThat(of(names, "市住建局").isDecided()).isFalse();
        assertThat(of(names, "市住建局").candidates().get(0).value()).isEqualTo(WrittenName.USE + bureau.id());
        assertThat(of(names, "各有关部门").isLeftOut()).isTrue();
        assertThat(of(names, "市审批服务局").isNew()).isTrue();
        assertThat(of(names, "市审批服务局").toDecide().sameNewAs()).isEqualTo("审批服务局");
        assertThat(of(names, "气象台").isLeftOut()).isTrue();

        Map<String, UUID> units = organization.unitsFor(names.values(), ADMINISTRATOR);
        assertThat(units.keySet()).containsExactly("市住房城乡建设局", "审批服务局", "市审批服务局");
        assertThat(units.get("市审批服务局")).isEqualTo(units.get("审批服务局"));
        assertThat(organization.unit(of(units, "审批服务局")).orElseThrow().kind()).isEqualTo(UnitKind.GUEST);
        assertThat(of(organization.resolveWritten(Map.of("审批服务局", 1), Map.of()), "审批服务局")
                        .certain())
                .isTrue();
    }

    @Test
    void namesThatStandForManyAreKnown() {
        assertThat(List.of(
                        "各地区",
                        "各部门",
                        "各有关部门",
                        "国务院相关部门",
                        "国务院有关部门",
                        "各省级人民政府",
                        "省级人民政府",
                        "各市、县〔市、区〕政府",
                        "县〔市、区〕政府",
                        "县（市、区）人民政府",
                        "县市区人民政府",
                        "市县政府",
                        "地方各级人民政府",
                        "部际联席会议成员单位",
                        "专班各成员单位",
                        "各任务牵头单位",
                        "任务牵头单位",
                        "各地",
                        "各级党委"))
                .allMatch(WrittenName::isCollective);
        assertThat(List.of("国家发展改革委", "市住建局", "省地方金融监管局", "地方志办公室", "甲县人民政府", "民政部", "市政府", "省政府办公厅"))
                .noneMatch(WrittenName::isCollective);
    }

    @Test
    void aNameThatSeveralRegionsShareIsNotCertain() {
        unit("甲市民政局", null, null);
        unit("乙市民政局", null, null);

        assertThat(organization.matchUnits("市民政局", 5)).hasSize(2).allMatch(match -> match.confidence() < 0.9);
        WrittenUnits written = organization.writtenUnits("甲市民政局、市民政局；没有这家，");
        assertThat(written.units()).extracting(Unit::name).containsExactly("甲市民政局");
        assertThat(written.unclear().keySet()).containsExactly("市民政局", "没有这家");
    }

    @Test
    void aRenamedUnitIsStillFoundByItsFormerName() {
        Unit unit = unit("扶贫办", null, null);
        units.change(unit.id(), 1, as(unit, "乡村振兴局", null), ADMINISTRATOR);

        assertMatch("扶贫办", unit, 1, 1);
    }

    @Test
    void aMergedUnitLeadsToItsSuccessorAndTellsTheOthers(Scenario scenario) {
        Unit old = unit("甲局", null, null);
        Unit into = unit("乙局", null, null);
        Unit section = unit("一科", old.id(), null);
        Post post = organization.addPost(old.id(), "局长", null, ADMINISTRATOR);
        Person person = organization.addPerson("测试员甲", null, null, ADMINISTRATOR);
        organization.seat(person.id(), post.id(), LONG_AGO, ADMINISTRATOR);

        scenario.stimulate(() -> organization.mergeUnit(old.id(), into.id(), TODAY, ADMINISTRATOR))
                .andWaitForEventOfType(UnitMerged.class)
                .toArriveAndVerify(event -> assertThat(event).isEqualTo(new UnitMerged(old.id(), into.id(), TODAY)));

        assertThat(organization.unit(section.id()).orElseThrow().path()).containsExactly(into.id(), section.id());
        assertThat(organization.unitsOn(TODAY)).extracting(Unit::id).doesNotContain(old.id());
        assertThat(organization.unitsOn(TODAY.minusDays(1)))
                .extracting(Unit::id)
                .contains(old.id());
        assertThat(organization.postsHeldBy(person.id(), TODAY)).isEmpty();
        assertThat(organization.postsHeldBy(person.id(), TODAY.minusDays(1))).hasSize(1);
        assertMatch("甲局", into, 0.9, 0.99);
    }

    @Test
    void aUnitMergesNeitherWithItselfNorWithItsOwnPartNorTomorrow() {
        Unit unit = unit("甲局", null, null);
        Unit part = unit("一科", unit.id(), null);
        Unit other = unit("乙局", null, null);

        refused(
                "organization.merged-with-itself",
                () -> organization.mergeUnit(unit.id(), unit.id(), TODAY, ADMINISTRATOR));
        refused(
                "organization.merged-with-itself",
                () -> organization.mergeUnit(unit.id(), part.id(), TODAY, ADMINISTRATOR));
        refused(
                "organization.merge-in-future",
                () -> organization.mergeUnit(unit.id(), other.id(), TODAY.plusDays(2), ADMINISTRATOR));
        refused("organization.has-sub-units", () -> units.end(unit.id(), TODAY, null, ADMINISTRATOR));
    }

    @Test
    void aPostHasOneHolderAtATime(Scenario scenario) {
        Post post = organization.addPost(unit("甲局", null, null).id(), "局长", null, ADMINISTRATOR);
        Person first = organization.addPerson("测试员甲", null, null, ADMINISTRATOR);
        Person second = organization.addPerson("测试员乙", null, null, ADMINISTRATOR);
        organization.seat(first.id(), post.id(), LONG_AGO, ADMINISTRATOR);

        scenario.stimulate(() -> organization.seat(second.id(), post.id(), TODAY, ADMINISTRATOR))
                .andWaitForEventOfType(PostHandedOver.class)
                .matchingMappedValue(PostHandedOver::toPersonId, second.id())
                .toArriveAndVerify(
                        event -> assertThat(event).isEqualTo(new PostHandedOver(post.id(), first.id(), second.id())));

        assertThat(organization.holdersOf(List.of(post.id()), TODAY.minusDays(1)))
                .containsExactly(new Holding(post.id(), first.id(), LONG_AGO, TODAY.minusDays(1)));
        assertThat(organization.holdersOf(List.of(post.id()), TODAY))
                .containsExactly(new Holding(post.id(), second.id(), TODAY, null));
        refused(
                "organization.later-holder",
                () -> organization.seat(second.id(), post.id(), TODAY.minusDays(5), ADMINISTRATOR));
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into organization.holding values (gen_random_uuid(), ?, ?, ?, null, true)")
                        .params(post.id(), first.id(), TODAY.minusDays(9))
                        .update())
                .hasMessageContaining("already has a holder");
    }

    @Test
    void aHandOverEnteredAheadIsToldOnItsDay(Scenario scenario) {
        Post post = organization.addPost(unit("甲局", null, null).id(), "局长", null, ADMINISTRATOR);
        Person person = organization.addPerson("测试员甲", null, null, ADMINISTRATOR);
        organization.seat(person.id(), post.id(), TODAY.plusDays(3), ADMINISTRATOR);
        assertThat(organization.postsHeldBy(person.id(), TODAY)).isEmpty();
        assertThat(organization.postsHeldBy(person.id(), TODAY.plusDays(3))).hasSize(1);

        jdbc.sql("update organization.holding set from_day = ?").params(TODAY).update();
        scenario.stimulate(() -> seats.announceWhatCameIntoForce())
                .andWaitForEventOfType(PostHandedOver.class)
                .matchingMappedValue(PostHandedOver::postId, post.id())
                .toArriveAndVerify(event -> assertThat(event.toPersonId()).isEqualTo(person.id()));
        assertThat(jdbc.sql("select bool_and(announced) from organization.holding")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoLeavesHandsOverEveryPostAndCanHoldNoneAfter() {
        Unit unit = unit("甲局", null, null);
        Post head = organization.addPost(unit.id(), "局长", null, ADMINISTRATOR);
        Post liaison = organization.addPost(unit.id(), "联络员", null, ADMINISTRATOR);
        Person leaver = organization.addPerson("测试员甲", null, null, ADMINISTRATOR);
        Person successor = organization.addPerson("测试员乙", null, null, ADMINISTRATOR);
        organization.seat(leaver.id(), head.id(), LONG_AGO, ADMINISTRATOR);
        organization.seat(leaver.id(), liaison.id(), LONG_AGO, ADMINISTRATOR);

        Map<UUID, @Nullable UUID> successors = new java.util.HashMap<>();
        successors.put(head.id(), successor.id());
        successors.put(liaison.id(), null);
        seats.handOver(leaver.id(), successors, TODAY, true, "调离", ADMINISTRATOR);

        assertThat(organization.postsHeldBy(successor.id(), TODAY)).containsExactly(head);
        assertThat(organization.holdersOf(List.of(liaison.id()), TODAY)).isEmpty();
        assertThat(organization.searchPeople("csyj", 5)).isEmpty();
        assertThat(organization.person(leaver.id())).isPresent();
        assertThat(organization.hasLeft(leaver.id(), TODAY)).isTrue();
        assertThat(organization.hasLeft(leaver.id(), TODAY.minusDays(1))).isFalse();
        assertThat(organization.hasLeft(successor.id(), TODAY)).isFalse();
        refused("organization.person-left", () -> organization.seat(leaver.id(), liaison.id(), TODAY, ADMINISTRATOR));
        refused(
                "organization.not-the-holder",
                () -> seats.handOver(leaver.id(), successors, TODAY, false, null, ADMINISTRATOR));
    }

    @Test
    void peopleAreFoundByNameAndInitials() {
        organization.addPerson("欧阳测试", null, null, ADMINISTRATOR);

        for (String query : List.of("欧", "歐陽", "oycs", "测试")) {
            assertThat(organization.searchPeople(query, 5)).as(query).hasSize(1);
        }
        assertThat(organization.searchPeople("没有", 5)).isEmpty();
    }

    @Test
    void theOfficeGivesItsNameToThePagesAndIsOnlyOne() {
        assertThat(officeName.shortName()).isEmpty();
        Unit office = organization.addUnit(
                new NewUnit(null, null, "甲部综合司", "综合司", List.of(), UnitKind.OFFICE, null, LONG_AGO), ADMINISTRATOR);
        assertThat(officeName.shortName()).isEqualTo("综合司");
        units.change(office.id(), 1, as(office, "甲部办公厅", null), ADMINISTRATOR);
        assertThat(officeName.shortName()).isEqualTo("甲部办公厅");
        refused(
                "organization.office-exists",
                () -> organization.addUnit(
                        new NewUnit(null, null, "乙", "乙", List.of(), UnitKind.OFFICE, null, LONG_AGO), ADMINISTRATOR));
    }

    @Test
    void namesAreFreeAmongSiblingsOnlyAndCodesEverywhere() {
        Unit parent = unit("甲省", null, null);
        unit("民政厅", parent.id(), null);
        unit("民政厅", null, null);

        refused("organization.name-taken", () -> unit("民政 廳", parent.id(), null));
        organization.addUnit(
                new NewUnit(null, "110000", "丙", "丙", List.of(), UnitKind.UNIT, null, LONG_AGO), ADMINISTRATOR);
        refused(
                "organization.code-taken",
                () -> organization.addUnit(
                        new NewUnit(null, "110000", "丁", "丁", List.of(), UnitKind.UNIT, null, LONG_AGO),
                        ADMINISTRATOR));
    }

    @Test
    void whatDoesNotExistIsEmptyAndNotAnError() {
        UUID nobody = UUID.randomUUID();
        assertThat(organization.unit(nobody)).isEmpty();
        assertThat(organization.units(Set.of())).isEmpty();
        assertThat(organization.subtree(Set.of(nobody))).isEmpty();
        assertThat(organization.holdersOf(Set.of(), TODAY)).isEmpty();
        refused("organization.unknown-post", () -> organization.seat(nobody, nobody, TODAY, ADMINISTRATOR));
    }

    private void assertMatch(String written, Unit expected, double least, double most) {
        assertThat(organization.matchUnits(written, 3))
                .as(written)
                .isNotEmpty()
                .first()
                .satisfies(match -> {
                    assertThat(match.unit().id()).isEqualTo(expected.id());
                    assertThat(match.confidence()).isBetween(least, most);
                });
    }

    private static <T> T of(Map<String, T> byName, String written) {
        return java.util.Objects.requireNonNull(byName.get(written), written);
    }

    private Unit unit(String name, @Nullable UUID parent, @Nullable Integer order) {
        return organization.addUnit(
                new NewUnit(parent, null, name, name, List.of(), UnitKind.UNIT, order, LONG_AGO), ADMINISTRATOR);
    }

    private Unit named(String name, String shortName) {
        return organization.addUnit(
                new NewUnit(null, null, name, shortName, List.of(), UnitKind.UNIT, null, LONG_AGO), ADMINISTRATOR);
    }

    private static NewUnit as(Unit unit, String name, @Nullable UUID parent) {
        return new NewUnit(parent, unit.code(), name, name, unit.aliases(), unit.kind(), null, unit.validFrom());
    }

    private static void refused(String code, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(code));
    }
}
