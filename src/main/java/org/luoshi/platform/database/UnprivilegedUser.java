package org.luoshi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Where we are root (a container), its programs run in a user namespace of their own, in which they
 * are nobody while the files stay ours; where that is forbidden, they run as the system user {@code postgres} or {@code nobody}.
 */
final class UnprivilegedUser {

    private final List<String> prefix;
    private final String fileOwner;

    private UnprivilegedUser(List<String> prefix, String fileOwner) {
        this.prefix = prefix;
        this.fileOwner = fileOwner;
    }

    static UnprivilegedUser find() {
        if (!System.getProperty("user.name").equals("root")) {
            return new UnprivilegedUser(List.of(), "");
        }
        if (succeeds("unshare", "-U", "true")) {
            return new UnprivilegedUser(List.of("unshare", "-U"), "");
        }
        return byChangingUser();
    }

    static UnprivilegedUser byChangingUser() {
        for (String user : List.of("postgres", "nobody")) {
            List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--");
            List<String> alternative = List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups", "--");
            for (List<String> candidate : List.of(prefix, alternative)) {
                List<String> trial = new ArrayList<>(candidate);
                trial.add("true");
                if (succeeds(trial.toArray(String[]::new))) {
                    return new UnprivilegedUser(candidate, user);
                }
            }
        }
        throw DatabaseFault.ROOT.with(Map.of());
    }

    List<String> command(List<String> plain) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(plain);
        return all;
    }

    /** Gives files to the user the programs run as; nothing to do where that is us. */
    void own(Path path) throws IOException {
        if (!fileOwner.isEmpty() && Files.exists(path) && !succeeds("chown", "-R", fileOwner, path.toString())) {
            throw new IOException("Cannot give " + path + " to " + fileOwner);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
