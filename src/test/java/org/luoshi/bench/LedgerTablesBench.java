package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.tables.TableCarryingOut;
import org.luoshi.ledger.tables.TableExports;
import org.luoshi.ledger.tables.TableReturnPlan;
import org.luoshi.ledger.tables.TableReturns;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A ledger of 50,000 items taken out as Excel and brought back with 200 of them edited, against the product's own PostgreSQL. Not a test: started
 * by {@code mvn -Pbench test -Dtest=LedgerTablesBench}.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/tables-bench-data")
class LedgerTablesBench {

    private static final int EDITED = 200;

    private static final JobsApi.Progress UNWATCHED = new JobsApi.Progress() {

        @Override
        public void at(long done, long total) {}

        @Override
        public void checkCancelled() {}
    };

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/tables-bench-data").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    TableExports exports;

    @Autowired
    TableReturns returns;

    @Autowired
    TableCarryingOut carryingOut;

    @Autowired
    DataSource database;

    private final List<String> table = new ArrayList<>(List.of(
            "| What | Seconds | Heap before, MB | Heap at most after a collection, MB |",
            "| --- | ---: | ---: | ---: |"));

    @Test
    void measure() throws Exception {
        new BigOffice(organization, access).make(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        multiply(jdbc);
        Actor officer = access.actor(UUID.fromString(String.valueOf(jdbc.queryForObject(
                "select person_id::text from access.account where login = 'bench.officer'", String.class))));
        ItemFilter all = ItemFilter.open().withView(ItemFilter.View.ALL);

        String href = timed(
                "Export of 50,000 items",
                () -> String.valueOf(exports.write(all, List.of(), Locale.SIMPLIFIED_CHINESE, officer, UNWATCHED)
                        .href()));
        byte[] file = file(jdbc, href.substring(href.lastIndexOf('/') + 1));
        table.add("| Size of the file: %.1f MB | | | |".formatted(file.length / 1e6));
        byte[] edited = edited(file);
        UUID id = timed("Upload of the edited file", () -> returns.upload("台账.xlsx", edited, officer));
        TableReturnPlan plan = timed("Page of differences", () -> returns.plan(id, officer));
        assertThat(plan.changes()).isEqualTo(EDITED);
        timed(
                "Carrying out " + EDITED + " changes",
                () -> carryingOut.carryOut(id, plan.version(), officer, UNWATCHED));
        String report = String.join("\n", table);
        Files.writeString(Path.of("target/tables-bench.md"), report + "\n");
        System.out.println(report);
    }

    private <T> T timed(String what, Supplier<T> work) {
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        AfterCollections collections = new AfterCollections();
        long start = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        table.add(
                "| %s | %.1f | %d | %d |".formatted(what, seconds, before / 1_000_000, collections.most() / 1_000_000));
        return result;
    }

    /** Four more of each item, without numbers, with its units and points. */
    private static void multiply(JdbcTemplate jdbc) {
        jdbc.execute("create table ledger.bench_copy as select i.id as old_id, uuidv7() as new_id"
                + " from ledger.item i cross join generate_series(1, 4)");
        copy(jdbc, "item", "id", Map.of("id", "m.new_id", "number", "null", "year", "null", "sequence", "null"));
        copy(jdbc, "assignment", "item_id", Map.of("id", "gen_random_uuid()", "item_id", "m.new_id"));
        copy(jdbc, "requirement", "item_id", Map.of("id", "gen_random_uuid()", "item_id", "m.new_id"));
        jdbc.execute("drop table ledger.bench_copy");
        jdbc.execute("vacuum analyze");
    }

    private static void copy(JdbcTemplate jdbc, String name, String key, Map<String, String> instead) {
        List<String> columns = jdbc.queryForList("""
                select column_name from information_schema.columns
                where table_schema = 'ledger' and table_name = ? and is_generated = 'NEVER' order by ordinal_position
                """, String.class, name);
        String values = String.join(
                ", ",
                columns.stream()
                        .map(column -> instead.getOrDefault(column, "x." + column))
                        .toList());
        jdbc.execute("insert into ledger." + name + " (" + String.join(", ", columns) + ") select " + values
                + " from ledger." + name + " x join ledger.bench_copy m on m.old_id = x." + key);
    }

    private static byte[] file(JdbcTemplate jdbc, String id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jdbc.queryForList(
                        "select bytes from ledger.table_export_piece where export_id = ?::uuid order by number",
                        byte[].class,
                        id)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** As a spreadsheet program saves it. */
    private static byte[] edited(byte[] file) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            int label = 0;
            while (!sheet.getRow(0).getCell(label).getStringCellValue().equals("标签")) {
                label++;
            }
            int state = 2;
            int done = 0;
            for (int row = 1; done < EDITED; row++) {
                if (List.of("办理中", "拟办", "已交办")
                        .contains(sheet.getRow(row).getCell(state).getStringCellValue())) {
                    sheet.getRow(row).createCell(label).setCellValue("重点" + row);
                    done++;
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
