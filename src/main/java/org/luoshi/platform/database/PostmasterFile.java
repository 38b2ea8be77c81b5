package org.luoshi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a running PostgreSQL says about itself in its data folder. */
record PostmasterFile(long processId, int port) {

    /** Higher than any process id a system gives, so that nobody is mistaken for the writer of the file. */
    private static final String NOBODY = "2147483646";

    static Optional<PostmasterFile> read(Path database) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(database));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }

    /** True only for a live PostgreSQL: after a restart of the machine or container the number may belong to anybody, or to a dead process not yet buried. */
    boolean isAlive() {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /**
     * Makes PostgreSQL see that the writer of the file is dead. The file is not deleted, because its shared-memory key protects the data
     * from server processes that outlived the postmaster.
     */
    static void disown(Path database) throws IOException {
        Path file = file(database);
        if (Files.exists(file)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (lines.isEmpty()) {
                Files.delete(file);
                return;
            }
            lines.set(0, NOBODY);
            Files.write(file, lines);
        }
    }

    private static Path file(Path database) {
        return database.resolve("postmaster.pid");
    }
}
