package org.luoshi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.core.UnitService;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ApplicationModuleTest(extraIncludes = "spreadsheets")
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class UnitTreeTests {

    private static final Actor ADMINISTRATOR = Actor.system();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private UnitService units;

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
    void theRevisionGrowsWithEveryWayAUnitChanges() {
        long before = organization.treeRevision();
        Unit province = area("云泽省", "98", null);
        long added = assertGrown(before);
        Unit city = area("甲市", "9801", province.id());
        Unit other = area("乙市", "9802", province.id());
        long more = assertGrown(added);
        units.change(city.id(), 1, wanted("丙市", "9801", province.id()), ADMINISTRATOR);
        long renamed = assertGrown(more);
        units.change(city.id(), 2, wanted("丙市", "9801", null), ADMINISTRATOR);
        long moved = assertGrown(renamed);
        organization.mergeUnit(city.id(), other.id(), TODAY, ADMINISTRATOR);
        long merged = assertGrown(moved);
        units.end(other.id(), TODAY, null, ADMINISTRATOR);
        long ended = assertGrown(merged);

        organization.addPerson("甲乙丙", null, null, ADMINISTRATOR);
        organization.addPost(province.id(), "联络员", null, ADMINISTRATOR);
        assertThat(organization.treeRevision()).isEqualTo(ended);
    }

    @Test
    void allUnitsAreStreamedParentsFirstAndSiblingsInTheOfficialOrder() {
        Unit province = area("云泽省", "98", null);
        Unit second = area("乙市", "9802", province.id());
        Unit first = organization.addUnit(
                new NewUnit(province.id(), "9801", "甲市", "甲市", List.of(), UnitKind.AREA, 1, LONG_AGO), ADMINISTRATOR);
        Unit county = area("丑县", "980201", second.id());
        LocalDate last = LocalDate.of(2024, 6, 30);
        units.end(county.id(), last, null, ADMINISTRATOR);

        List<UnitInTree> all = new ArrayList<>();
        organization.eachUnit(all::add);

        assertThat(all).extracting(UnitInTree::id).containsExactly(province.id(), first.id(), second.id(), county.id());
        assertThat(all.get(3))
                .isEqualTo(
                        new UnitInTree(county.id(), second.id(), "980201", "丑县", UnitKind.AREA, LONG_AGO, last, null));
        assertThat(organization.childrenOf(province.id(), TODAY))
                .extracting(Unit::name)
                .containsExactly("甲市", "乙市");
        assertThat(organization.childrenOf(second.id(), TODAY)).isEmpty();
        assertThat(organization.childrenOf(second.id(), last)).hasSize(1);
        assertThat(organization.childrenOf(null, TODAY)).extracting(Unit::code).containsExactly("98");
    }

    @Test
    void theDirectoryLeavesAreasOut() {
        Unit province = area("云泽省", "98", null);
        Unit bureau = organization.addUnit(
                new NewUnit(province.id(), null, "云泽省水务局", "水务局", List.of(), UnitKind.UNIT, null, LONG_AGO),
                ADMINISTRATOR);

        assertThat(organization.unitsOn(TODAY)).extracting(Unit::id).containsExactly(bureau.id());
        assertThat(organization.inOfficialOrder(List.of(bureau.id(), province.id())))
                .extracting(Unit::id)
                .containsExactly(province.id(), bureau.id());
    }

    @Test
    void aCodeIsTakenOnceAmongAreasAndTheAreaIsFoundByIt() {
        Unit government = organization.addUnit(
                new NewUnit(null, "98", "云泽省人民政府", "省政府", List.of(), UnitKind.UNIT, null, LONG_AGO), ADMINISTRATOR);
        assertThat(organization.unitByCode("98")).map(Unit::id).contains(government.id());
        Unit province = area("云泽省", "98", null);

        assertThat(organization.unitByCode("98")).map(Unit::id).contains(province.id());
        assertThat(organization.unitByCode("97")).isEmpty();
    }

    private long assertGrown(long before) {
        long now = organization.treeRevision();
        assertThat(now).isGreaterThan(before);
        return now;
    }

    private Unit area(String name, String code, @Nullable UUID parent) {
        return organization.addUnit(wanted(name, code, parent), ADMINISTRATOR);
    }

    private static NewUnit wanted(String name, String code, @Nullable UUID parent) {
        return new NewUnit(parent, code, name, name, List.of(), UnitKind.AREA, null, LONG_AGO);
    }
}
