package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.luoshi.reporting.core.Regime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uploads the reports of many units of one round. */
final class BulkProgram {

    static final String CSV = "text/csv";
    static final String LINES = "application/x-ndjson";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final String token;
    private final String path;

    BulkProgram(int port, String token, Regime regime) {
        this.port = port;
        this.token = token;
        this.path = ReportingProgram.path(regime, InventedReporting.DAY) + "/bulk?signer=%E4%B8%99";
    }

    /** What came of an upload: the first line, what was refused by row, and the last line. */
    record Told(JsonNode started, Map<Long, String> refused, JsonNode last) {

        static Told of(List<JsonNode> lines) {
            Map<Long, String> refused = new TreeMap<>();
            for (JsonNode line : lines) {
                if (line.get("type").asString().equals("refused")) {
                    assertThat(line.get("text").asString()).isNotBlank().doesNotContain("{");
                    refused.put(
                            line.get("row").asLong(),
                            line.get("code").asString().replace("reporting.", ""));
                }
            }
            return new Told(lines.get(0), refused, lines.get(lines.size() - 1));
        }

        UUID upload() {
            return UUID.fromString(started.get("upload").asString());
        }

        String encoding() {
            return started.get("encoding").asString();
        }

        /** Rows read, taken, unchanged, refused, of an upload that came to its end. */
        List<Integer> counts() {
            assertThat(last.get("type").asString()).as(last.toString()).isEqualTo("ended");
            return List.of(count("read"), count("taken"), count("unchanged"), count("refused"));
        }

        /** The same of one that stopped for this. */
        List<Integer> stopped(String code) {
            assertThat(last.get("type").asString()).as(last.toString()).isEqualTo("stopped");
            assertThat(last.get("code").asString()).isEqualTo(code);
            assertThat(last.get("text").asString()).isNotBlank().doesNotContain("{");
            return List.of(count("read"), count("taken"), count("unchanged"), count("refused"));
        }

        private int count(String name) {
            return last.get(name).asInt();
        }
    }

    Told csv(String text, String... headers) {
        return Told.of(send(CSV, text.getBytes(UTF_8), headers).lines());
    }

    /** JSON lines, which may be written with single quotes. */
    Told lines(String text) {
        return Told.of(
                send(LINES, ReportingProgram.quoted(text).getBytes(UTF_8)).lines());
    }

    /** Sent again under the number of an earlier upload. */
    ReportingProgram.Answer again(UUID upload, String csv) {
        return program().send(path + "&upload=" + upload, CSV, csv.getBytes(UTF_8));
    }

    ReportingProgram.Answer send(String type, byte[] body, String... headers) {
        return program().send(path, type, body, headers);
    }

    JsonNode state(UUID upload) {
        return program().get("/api/v1/reporting/uploads/" + upload).taken();
    }

    ReportingProgram program() {
        return new ReportingProgram(port, token);
    }

    static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /** Promises more than it sends and hangs up; reads what is answered all the same. */
    Told cut(String type, byte[] whole, int sent) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: " + type + "\r\nContent-Length: " + whole.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(whole, 0, sent);
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Told.of(answer.lines()
                    .filter(line -> line.startsWith("{"))
                    .map(line -> JSON.readTree(line))
                    .toList());
        }
    }
}
