package org.luoshi.reporting.offline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.luoshi.reporting.core.ReportDigest;

/**
 * What came back in one form.
 *
 * @param asked the codes of the fields that the form had
 * @param typed as {@link org.luoshi.reporting.filling.TypedReport} has it, with {@code telephone}
 */
public record OfflineAnswer(String token, Set<String> asked, Map<String, String> typed) {

    /** The same for the same answer, however it was sent. */
    byte[] digest() {
        MessageDigest digest = ReportDigest.start();
        new TreeMap<>(typed).forEach((name, value) -> {
            if (!value.isBlank()) {
                digest.update((name + "\0" + value.strip() + "\0").getBytes(StandardCharsets.UTF_8));
            }
        });
        return digest.digest();
    }
}
