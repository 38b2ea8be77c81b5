package org.luoshi.access.core;

import java.security.SecureRandom;

/** Random passwords that can be read out. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without what looks alike on paper: 0 O o, 1 l I. */
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private Secrets() {}

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

    private static char pick(String letters) {
        return letters.charAt(RANDOM.nextInt(letters.length()));
    }
}
