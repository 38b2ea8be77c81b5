package org.luoshi.reporting.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.TreeMap;

/** SHA-256 over the reports of a batch, by the order of their places; kept in the sealed history, so that a later change shows. */
public final class ReportDigest {

    private ReportDigest() {}

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One report more. */
    public static void add(
            MessageDigest digest, long place, int revision, int kind, String signer, Instant at, Figures figures) {
        String line = place + "|" + revision + "|" + kind + "|" + signer + "|" + at.toEpochMilli() + "|"
                + (figures.zero() ? "" : new TreeMap<>(figures.values())) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
}
