package org.luoshi.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another installation, written after {@code docs/exchange.md} and with nothing of the product, so that the two must agree by the paper alone. */
final class NeighbourOffice {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair keys;
    final String name;

    NeighbourOffice(String name) {
        this.name = name;
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String fingerprint() {
        return fingerprint(keys.getPublic());
    }

    static String fingerprint(PublicKey key) {
        return sha256(key.getEncoded());
    }

    /** A package as it is put together; single quotes stand for double ones. */
    final class Draft {

        final UUID id = UUID.randomUUID();
        final Map<String, byte[]> files = new LinkedHashMap<>();
        String kind = "ISSUE";
        String to = "";
        String format = "1";
        String title = "下发事项";

        @Nullable
        UUID reply;

        Draft says(String newKind, String json) {
            kind = newKind;
            files.put("content.json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Draft titled(String newTitle) {
            title = newTitle;
            return this;
        }

        Draft with(String path, String content) {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Draft to(String fingerprint) {
            to = fingerprint;
            return this;
        }

        Draft answers(UUID packageId) {
            reply = packageId;
            return this;
        }

        Draft ofFormat(String version) {
            format = version;
            return this;
        }

        private byte[] manifest() {
            StringBuilder list = new StringBuilder();
            files.forEach((path, content) -> list.append(list.isEmpty() ? "" : ",")
                    .append("{'path':'%s','name':'%s','size':%d,'sha256':'%s'}"
                            .formatted(path, path.replace("files/", "附件"), content.length, sha256(content))));
            return ("{'format':'luoshi-package','version':%s,'id':'%s','kind':'%s','from':{'fingerprint':'%s','name':'%s'},"
                            + "'to':{'fingerprint':'%s','name':'我方'},'created':'2026-03-01T02:00:00Z','inReplyTo':%s,'title':'%s','files':[%s]}")
                    .formatted(
                            format,
                            id,
                            kind,
                            fingerprint(),
                            name,
                            to,
                            reply == null ? "null" : "'" + reply + "'",
                            title,
                            list)
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8);
        }

        byte[] sealed() {
            return sealed(Map.of());
        }

        /** @param changed files that are other than they were when it was signed */
        byte[] sealed(Map<String, byte[]> changed) {
            Map<String, byte[]> all = new LinkedHashMap<>();
            byte[] manifest = manifest();
            all.put("manifest.json", manifest);
            all.put("signature", sign(manifest));
            all.putAll(files);
            all.putAll(changed);
            return zip(all);
        }
    }

    Draft draft() {
        return new Draft();
    }

    private byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A package that came from the product, whose signature was checked with this key. */
    record Read(JsonNode manifest, JsonNode content, Map<String, byte[]> files) {}

    static Read read(byte[] zip, byte[] publicKey) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] manifest = files.getOrDefault("manifest.json", new byte[0]);
        if (!isSigned(manifest, files.getOrDefault("signature", new byte[0]), publicKey)) {
            throw new AssertionError("The signature is wrong");
        }
        JsonNode list = JSON.readTree(manifest);
        for (JsonNode file : list.get("files")) {
            byte[] content = files.getOrDefault(file.get("path").asString(), new byte[0]);
            if (!sha256(content).equals(file.get("sha256").asString())) {
                throw new AssertionError("Not as listed: " + file);
            }
        }
        return new Read(list, JSON.readTree(files.getOrDefault("content.json", new byte[0])), files);
    }

    private static boolean isSigned(byte[] content, byte[] signed, byte[] publicKey) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(java.security.KeyFactory.getInstance("Ed25519")
                    .generatePublic(new java.security.spec.X509EncodedKeySpec(publicKey)));
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
