package org.luoshi.history.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.luoshi.history.HistoryFinding.Kind;
import org.luoshi.history.HistoryVerification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies an exported file with nothing but the file. */
public final class ExportCheck {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HexFormat HEX = HexFormat.of();

    private ExportCheck() {}

    /** Fails with an {@link IOException} where the file is not an export at all. */
    public static HistoryVerification of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SealCheck check = new SealCheck();
            Map<Long, byte[]> leaves = leaves(zip, check);
            long[] unsealed = {leaves.size()};
            try (BufferedReader seals = reader(zip, HistoryExport.SEALS)) {
                String line;
                while ((line = seals.readLine()) != null) {
                    Seal seal = seal(JSON.readTree(line));
                    check.next(seal, leaves);
                    unsealed[0] -=
                            seal.lines().stream().filter(leaves::containsKey).count();
                }
            }
            return new HistoryVerification(
                    leaves.size(), check.seals(), unsealed[0], check.lastHash(), check.findings());
        } catch (ZipException | JacksonException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static Map<Long, byte[]> leaves(ZipFile zip, SealCheck check) throws IOException {
        Map<Long, byte[]> leaves = new HashMap<>();
        try (BufferedReader lines = reader(zip, HistoryExport.LINES)) {
            String line;
            while ((line = lines.readLine()) != null) {
                long number = JSON.readTree(line).path("number").asLong();
                if (leaves.put(number, Hashes.leaf(line.getBytes(StandardCharsets.UTF_8))) != null) {
                    check.found(Kind.LINE_ADDED, number);
                }
            }
        }
        return leaves;
    }

    private static Seal seal(JsonNode json) {
        return new Seal(
                json.path("number").asLong(),
                Numbers.parse(json.path("lines").asString()),
                json.path("count").asLong(),
                HEX.parseHex(json.path("leaves").asString()),
                HEX.parseHex(json.path("root").asString()),
                HEX.parseHex(json.path("previous").asString()),
                HEX.parseHex(json.path("hash").asString()),
                Instant.parse(json.path("sealedAt").asString()));
    }

    private static BufferedReader reader(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name);
        }
        InputStream input = zip.getInputStream(entry);
        return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }
}
