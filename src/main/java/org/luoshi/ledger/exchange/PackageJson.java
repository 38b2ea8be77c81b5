package org.luoshi.ledger.exchange;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of packages: strictly, because within a version nothing may be misunderstood. */
final class PackageJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What a database can keep and people can mean. */
    private static final Instant FIRST = Instant.parse("1949-10-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private PackageJson() {}

    static byte[] write(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** Refused where it is something else, and where it is of a later format, before anything else is looked at. */
    static PackageManifest manifest(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!PackageManifest.FORMAT.equals(tree.path("format").asString(""))) {
                throw PackageError.NOT_A_PACKAGE.plain();
            }
            int version = tree.path("version").asInt(0);
            if (version > PackageManifest.VERSION) {
                throw PackageError.NEWER_FORMAT.with(
                        java.util.Map.of("version", version, "known", PackageManifest.VERSION));
            }
            PackageManifest manifest = JSON.treeToValue(tree, PackageManifest.class);
            requireWhole(manifest);
            return manifest;
        } catch (JacksonException | NullPointerException broken) {
            throw PackageError.NOT_A_PACKAGE.plain();
        }
    }

    @SuppressWarnings("NullAway") // JSON fills what it finds and knows no promises
    private static void requireWhole(PackageManifest manifest) {
        boolean whole = manifest.id() != null
                && manifest.kind() != null
                && manifest.created() != null
                && manifest.title() != null
                && !manifest.title().isBlank()
                && manifest.title().length() <= 500
                && manifest.title().indexOf('\0') < 0
                && manifest.created().isAfter(FIRST)
                && manifest.created().isBefore(LAST)
                && isWhole(manifest.from())
                && isWhole(manifest.to())
                && manifest.files().stream()
                        .allMatch(file -> file.path() != null && file.name() != null && file.sha256() != null);
        if (!whole) {
            throw PackageError.NOT_A_PACKAGE.plain();
        }
    }

    @SuppressWarnings("NullAway")
    private static boolean isWhole(PackageManifest.Party party) {
        return party != null
                && party.fingerprint() != null
                && party.fingerprint().matches("[0-9a-f]{64}")
                && party.name() != null
                && party.name().length() <= 200
                && party.name().indexOf('\0') < 0;
    }

    static PackageContent content(byte[] json) {
        try {
            PackageContent content = JSON.readValue(json, PackageContent.class);
            content.kind();
            content.requireWhole();
            content.requireFit();
            return content;
        } catch (JacksonException | NullPointerException broken) {
            throw PackageError.CONTENT_WRONG.plain();
        }
    }
}
