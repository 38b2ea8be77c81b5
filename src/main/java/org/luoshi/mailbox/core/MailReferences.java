package org.luoshi.mailbox.core;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words in subjects that say what a mail is about, such as {@code K7F3Q-2XW4M}: 50 bits of an HMAC over the thing and the person, so
 * nobody can make one up, or use another person's.
 */
@Component
public class MailReferences {

    /** Crockford's alphabet: nothing that looks like something else. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern WRITTEN =
            Pattern.compile("(?<![0-9A-Za-z])([0-9A-Za-z]{5})-([0-9A-Za-z]{5})(?![0-9A-Za-z])");
    private static final int HALF = 5;
    private static final int BITS = 5;
    private static final int MOST = 5;
    private static final int KEY = 32;

    private final JdbcClient jdbc;

    MailReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String of(UUID subjectId, UUID personId) {
        return written(key(), subjectId, personId);
    }

    /** What may be references in a subject, however it was retyped; at most a few. */
    static List<String> in(String subject) {
        List<String> found = new ArrayList<>();
        Matcher words = WRITTEN.matcher(subject);
        while (words.find() && found.size() < MOST) {
            found.add((words.group(1) + "-" + words.group(2))
                    .toUpperCase(Locale.ROOT)
                    .replace('O', '0')
                    .replace('I', '1')
                    .replace('L', '1'));
        }
        return found;
    }

    /** The one of these things that a reference names for this person. */
    Optional<UUID> find(List<String> references, Iterable<UUID> subjects, UUID personId) {
        byte[] key = key();
        for (UUID subject : subjects) {
            byte[] right = written(key, subject, personId).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (String reference : references) {
                if (MessageDigest.isEqual(right, reference.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
                    return Optional.of(subject);
                }
            }
        }
        return Optional.empty();
    }

    private static String written(byte[] key, UUID subjectId, UUID personId) {
        ByteBuffer both = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(subjectId.getMostSignificantBits())
                .putLong(subjectId.getLeastSignificantBits())
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            long bits = ByteBuffer.wrap(mac.doFinal(both.array())).getLong();
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < 2 * HALF; i++) {
                word.append(i == HALF ? "-" : "").append(LETTERS.charAt((int) (bits >>> (Long.SIZE - BITS))));
                bits <<= BITS;
            }
            return word.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** Made at the first need; two servers that need it at once agree on one. */
    private byte[] key() {
        return stored().orElseGet(() -> {
            byte[] word = new byte[KEY];
            new SecureRandom().nextBytes(word);
            jdbc.sql("insert into mailbox.key (word) values (:word) on conflict do nothing")
                    .param("word", word)
                    .update();
            return stored().orElseThrow();
        });
    }

    private Optional<byte[]> stored() {
        return jdbc.sql("select word from mailbox.key").query(byte[].class).optional();
    }
}
