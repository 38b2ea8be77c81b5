package org.luoshi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Each room's migrations with a history table of their own: the folder {@code db/migration/<room>} is told in
 * {@code flyway_schema_history_<room>}. The rooms are the folders that are there; Modulith's own strategy has ArchUnit read every
 * class at each start to learn the same names, which was half of the time the start took.
 *
 * <p>Rooms write only in their own schemas, so the order among them does not matter. What belongs to no room comes first.
 */
@Component
final class RoomMigrations implements FlywayMigrationStrategy {

    private static final String HOUSE = "__root";
    private static final String FOLDER = "db/migration/";

    @Override
    public void migrate(Flyway flyway) {
        Configuration plain = flyway.getConfiguration();
        migrate(plain, HOUSE, plain.getTable());
        rooms().stream()
                .filter(room -> !room.equals(HOUSE))
                .forEach(room -> migrate(plain, room, plain.getTable() + "_" + room));
    }

    private static void migrate(Configuration plain, String folder, String table) {
        Flyway.configure()
                .configuration(plain)
                .locations("classpath:" + FOLDER + folder)
                .table(table)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load()
                .migrate();
    }

    static List<String> rooms() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*.sql");
            return Arrays.stream(files)
                    .map(RoomMigrations::folderOf)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folderOf(Resource file) {
        try {
            String[] parts = file.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
