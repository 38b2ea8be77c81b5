package org.luoshi.access.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words that only their owner may know, and the hashes that are kept of them. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without what looks alike on paper: 0 O o, 1 l I. */
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private Secrets() {}

    /** 256 random bits, safe in an address. */
    static String word() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Four groups such as {@code Kp7m-Rt4w-Xq9d-Hn3b}: easy to read out, about 75 bits. */
    static String password() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            password.append(group == 0 ? "" : "-")
                    .append(pick(CAPITALS))
                    .append(pick(SMALL))
                    .append(pick(DIGITS))
                    .append(pick(SMALL));
        }
        return password.toString();
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static char pick(String letters) {
        return letters.charAt(RANDOM.nextInt(letters.length()));
    }
}
