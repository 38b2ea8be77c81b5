package org.luoshi.administration.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one-time word that proves that somebody reads this machine's console. New at each start, only its hash is kept, and only in memory. */
@Component
public class SetUpToken {

    private static final int BYTES = 16;

    private volatile byte @Nullable [] hash;

    public String renew() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        hash = hashOf(word);
        return word;
    }

    public void require(@Nullable String word) {
        byte[] known = hash;
        if (word == null || known == null || !MessageDigest.isEqual(known, hashOf(word))) {
            throw SetUpError.LINK_REFUSED.plain();
        }
    }

    public void useUp() {
        hash = null;
    }

    private static byte[] hashOf(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
