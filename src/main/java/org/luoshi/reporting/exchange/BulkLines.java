package org.luoshi.reporting.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Texts;
import org.luoshi.shared.BusinessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to an upload, line by line while it runs. A caller that reads only after it has sent all would never be done if the answer
 * filled its buffers, so beyond the first hundred refused rows the rest is told at the end; until then it is kept, packed.
 */
public final class BulkLines implements BulkListener {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOLD_AT_ONCE = 100;
    private static final long PROGRESS_EVERY_NANOS = 1_000_000_000;

    private final OutputStream out;
    private final Texts texts;
    private final Locale locale;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final OutputStream later;
    private final long begun = System.nanoTime();
    private long told = begun;
    private int refused;
    private BulkCounts last = BulkCounts.NONE;

    public BulkLines(OutputStream out, Texts texts, Locale locale) throws IOException {
        this.out = out;
        this.texts = texts;
        this.locale = locale;
        this.later = new GZIPOutputStream(packed);
    }

    record Started(String type, UUID upload, String encoding) {}

    record Refused(String type, long row, String unit, String code, String text) {}

    record Progress(String type, long read, long taken, long unchanged, long refused, double seconds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ended(
            String type,
            UUID upload,
            long read,
            long taken,
            long unchanged,
            long refused,
            double seconds,
            @Nullable String code,
            @Nullable String text) {}

    public void started(UUID upload, String encoding) throws IOException {
        write(out, new Started("started", upload, encoding));
        out.flush();
    }

    @Override
    public void refused(long row, String unit, BusinessException refusal) throws IOException {
        write(
                ++refused <= TOLD_AT_ONCE ? out : later,
                new Refused("refused", row, unit, refusal.error().code(), text(refusal)));
    }

    @Override
    public void progress(BulkCounts counts) throws IOException {
        last = counts;
        long now = System.nanoTime();
        if (now - told >= PROGRESS_EVERY_NANOS) {
            told = now;
            write(
                    out,
                    new Progress(
                            "progress",
                            counts.read(),
                            counts.taken(),
                            counts.unchanged(),
                            counts.refused(),
                            seconds()));
            out.flush();
        }
    }

    /** @param refusal what ended it before its end; null where all was read */
    public void ended(UUID upload, @Nullable BusinessException refusal) throws IOException {
        later.close();
        new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(out);
        write(
                out,
                new Ended(
                        refusal == null ? "ended" : "stopped",
                        upload,
                        last.read(),
                        last.taken(),
                        last.unchanged(),
                        last.refused(),
                        seconds(),
                        refusal == null ? null : refusal.error().code(),
                        refusal == null ? null : text(refusal)));
        out.flush();
    }

    private double seconds() {
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }

    private String text(BusinessException refusal) {
        return texts.reason(locale, refusal.error().code(), refusal.details());
    }

    private static void write(OutputStream to, Object line) throws IOException {
        to.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
