package org.luoshi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An upload of signed zeros as JSON lines that a test sends piece by piece, while it looks at what happens meanwhile. */
final class SlowUpload implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;
    private final ReportingProgram program;
    private final JsonNode started;

    SlowUpload(int port, String token, Regime regime) throws IOException {
        socket = new Socket("localhost", port);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        program = new ReportingProgram(port, token);
        write("POST " + ReportingProgram.path(regime, InventedReporting.DAY)
                + "/bulk?signer=x HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        chunk("\n");
        started = Objects.requireNonNull(next());
    }

    void send(List<String> units) throws IOException {
        for (String unit : units) {
            chunk("{\"unit\":\"" + unit + "\",\"zero\":true}\n");
        }
    }

    /** Whether as many rows are known to be in. */
    boolean isIn(int rows) {
        return program.get("/api/v1/reporting/uploads/" + started.get("upload").asString())
                        .taken()
                        .at("/counts/read")
                        .asInt()
                == rows;
    }

    BulkProgram.Told end() throws IOException {
        write("0\r\n\r\n");
        List<JsonNode> lines = new ArrayList<>(List.of(started));
        for (JsonNode line = next(); line != null; line = next()) {
            lines.add(line);
        }
        return BulkProgram.Told.of(lines);
    }

    /** The next line of JSON, past the head and the lengths of the pieces; null at the end. */
    private @Nullable JsonNode next() throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return line == null ? null : JSON.readTree(line);
    }

    private void chunk(String text) throws IOException {
        write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
