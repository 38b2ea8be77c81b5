package org.luoshi.bench;

import java.io.InputStream;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/country-data")
class CountryBench {

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/country-data").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AreaLoader loader;

    @Autowired
    DataSource database;

    private long start = System.nanoTime();

    @Test
    void measure() throws Exception {
        load();
        load();
        int[] n = {0};
        start = System.nanoTime();
        organization.eachUnit(u -> n[0]++);
        say("each " + n[0]);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.queryForList(
                        "select indexrelname || ' ' || pg_size_pretty(pg_relation_size(indexrelid)) from pg_stat_user_indexes where schemaname='organization' and relname='unit' union all select 'heap ' || pg_size_pretty(pg_relation_size('organization.unit'))",
                        String.class)
                .forEach(this::say);
        Path.of("target/country-ready").toFile().createNewFile();
        while (!Path.of("target/country-go").toFile().exists()) {
            Thread.sleep(500);
        }
    }

    private void load() throws Exception {
        start = System.nanoTime();
        try (InputStream file = AreaLoader.shipped()) {
            say(""
                    + loader.load(
                            file,
                            "x",
                            new AreaOptions(5, AreaOptions.USUAL_START, false),
                            Actor.system(),
                            new JobsApi.Progress() {
                                public void at(long done, long total) {
                                    if (done % 100000 == 0 || total > 0) say(done + "/" + total);
                                }

                                public void checkCancelled() {}
                            }));
        }
        say("heap used " + Runtime.getRuntime().totalMemory() / 1000000);
    }

    private void say(String what) {
        System.err.printf("%7.1f s %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
