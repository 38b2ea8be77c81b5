package org.luoshi.webhooks.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the words that sign. They must be read again for each message, so they cannot be kept as a hash: they are encrypted (AES-GCM, bound to
 * their subscription) under a key that is not in the database.
 */
@Component
class WebhookSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY = 32;
    private static final int WORD = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String given;
    private final Path file;

    WebhookSecrets(@Value("${luoshi.secret-key:}") String given, @Value("${luoshi.data:./data}") Path dataFolder) {
        this.given = given;
        this.file = dataFolder.resolve("secret.key");
    }

    /** 256 random bits. */
    static byte[] next() {
        byte[] word = new byte[WORD];
        RANDOM.nextBytes(word);
        return word;
    }

    /** As receivers' libraries want it. */
    static String shown(byte[] word) {
        return "whsec_" + Base64.getEncoder().encodeToString(word);
    }

    byte[] lock(UUID owner, byte[] word) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(word);
            return ByteBuffer.allocate(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** Refused where it was locked under another key, or for another subscription. */
    byte[] open(UUID owner, byte[] locked) {
        byte[] nonce = java.util.Arrays.copyOf(locked, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(locked, NONCE, locked.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw WebhookError.SECRET_UNREADABLE.plain();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized byte[] key() {
        try {
            byte[] key = Base64.getDecoder().decode(given.isBlank() ? written() : given.strip());
            if (key.length != KEY) {
                throw new IllegalStateException("luoshi.secret-key must be 32 bytes in Base64");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written() throws IOException {
        // An empty one is what a stop between its making and its writing has left: nothing was ever locked with it.
        if (!Files.exists(file) || Files.size(file) == 0) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] key = new byte[KEY];
            RANDOM.nextBytes(key);
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.SYNC);
        }
        return Files.readString(file).strip();
    }
}
