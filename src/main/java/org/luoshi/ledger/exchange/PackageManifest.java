package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of a package: who hands what to whom, and the hash of every file. {@code docs/exchange.md} describes it for others.
 *
 * @param id a package is taken once
 * @param inReplyTo the package that this one answers
 */
public record PackageManifest(
        String format,
        int version,
        UUID id,
        PackageKind kind,
        Party from,
        Party to,
        Instant created,
        @Nullable UUID inReplyTo,
        String title,
        List<Entry> files) {

    public static final String FORMAT = "luoshi-package";
    public static final int VERSION = 1;

    /** The names of the two files that are not in the list of files. */
    static final String FILE = "manifest.json";

    static final String SIGNATURE = "signature";

    /** Where what the package says stands. */
    static final String CONTENT = "content.json";

    public PackageManifest {
        files = List.copyOf(files);
    }

    /** An installation, by the SHA-256 of its public key, and what it calls itself. */
    public record Party(String fingerprint, String name) {}

    /**
     * A file of the package.
     *
     * @param name as the file is called by people
     */
    public record Entry(String path, String name, long size, String sha256) {}
}
