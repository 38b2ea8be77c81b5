package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.jobs.JobsApi.Progress;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.organization.core.AreasLoaded;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;

/**
 * The whole country in the unit tree, 665,276 areas, of the product's own PostgreSQL (durable, as in service): how long the load takes, and how
 * long searching, browsing and streaming take with it. Not a test: started by {@code mvn -Pbench test -Dtest=CountryBench} alone.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/country-data")
class CountryBench {

    private static final int COUNTRY = 665_276;
    private static final int TIMES = 40;

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/country-data").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    AreaLoader loader;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private final List<String> table =
            new ArrayList<>(List.of("| What | median ms | p95 ms | max ms |", "| --- | ---: | ---: | ---: |"));

    @Test
    void measure() throws Exception {
        BigOffice.Accounts accounts = new BigOffice(organization, access).make(database);
        assertThat(once("Load the country", this::load).added()).isEqualTo(COUNTRY);
        assertThat(once("Load it again", this::load).known()).isEqualTo(COUNTRY);
        for (int i = 0; i < 3; i++) {
            once("Stream all units", this::stream);
        }
        LocalDate today = LocalDate.now(java.time.Clock.systemUTC());
        Unit hebei = organization.unitByCode("13").orElseThrow();
        Unit county = organization.unitByCode("110105").orElseThrow();
        for (String query :
                List.of("沧州", "hbs", "城关", "城关镇", "和平", "和平村委会", "村委会", "社区居委会", "sqjwh", "zzz", "河", "没有这个地方")) {
            many("Search " + query, () -> organization.searchUnits(query, 20));
        }
        for (String typed : List.of("130900", "城关镇（安徽省阜阳市临泉县）", "安徽省临泉县城关镇", "和平村委会", "第7局", "云泽省第7承办局")) {
            many("Understand " + typed, () -> organization.writtenUnits(typed));
        }
        many("Match 市人民医院", () -> organization.matchUnits("市人民医院", 5));
        many("Match 沧州市人民政府", () -> organization.matchUnits("沧州市人民政府", 5));
        many("Children of a county", () -> organization.childrenOf(county.id(), today));
        many("The directory", () -> organization.unitsOn(today));
        many("Subtree of a province", () -> organization.subtree(List.of(hebei.id())));
        many("Tree revision", organization::treeRevision);
        Visitor officer = new Visitor("http://localhost:" + port);
        officer.signIn(accounts.officer(), accounts.password());
        for (String address : List.of(
                "/units",
                "/areas",
                "/areas?in=" + hebei.id(),
                "/units/" + county.id(),
                "/units?q=",
                "/units/pick?q=",
                "/ledger",
                "/desk")) {
            String asked = address.endsWith("q=") ? address + URLEncoder.encode("城关", StandardCharsets.UTF_8) : address;
            many("Page " + address.replaceAll("[0-9a-f-]{36}", "…"), () -> officer.get(asked));
        }
        String report = String.join("\n", table);
        Files.writeString(Path.of("target/country.md"), report + "\n");
        System.out.println(report);
    }

    private AreasLoaded load() throws Exception {
        Progress unheard = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {}
        };
        AreaOptions all = new AreaOptions(AreaOptions.ALL_LEVELS, AreaOptions.USUAL_START, false);
        try (InputStream file = AreaLoader.shipped()) {
            return loader.load(file, AreaLoader.SHIPPED, all, Actor.system(), unheard);
        }
    }

    private long stream() {
        long[] count = {0};
        UUID[] last = {null};
        organization.eachUnit(unit -> {
            count[0]++;
            last[0] = Objects.requireNonNull(unit.id());
        });
        assertThat(count[0]).isGreaterThan(COUNTRY);
        return count[0];
    }

    private <T> T once(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        table.add(String.format(Locale.ROOT, "| %s, once | %.0f | | |", what, milliseconds));
        System.out.println(table.get(table.size() - 1));
        return result;
    }

    private void many(String what, Callable<?> work) throws Exception {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] sorted = Arrays.stream(times).sorted().toArray();
        table.add(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |",
                what,
                sorted[TIMES / 2],
                sorted[TIMES * 95 / 100],
                sorted[TIMES - 1]));
        System.out.println(table.get(table.size() - 1));
    }
}
