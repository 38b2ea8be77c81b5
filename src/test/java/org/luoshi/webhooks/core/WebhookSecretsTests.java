package org.luoshi.webhooks.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSecretsTests {

    @Test
    void aKeyFileThatAStopLeftEmptyIsWrittenAnew(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("secret.key"), "");
        UUID owner = UUID.randomUUID();
        byte[] word = WebhookSecrets.next();
        byte[] locked = new WebhookSecrets("", data).lock(owner, word);
        assertThat(new WebhookSecrets("", data).open(owner, locked)).isEqualTo(word);
        assertThat(Files.getPosixFilePermissions(data.resolve("secret.key"))).hasSize(2);
    }
}
