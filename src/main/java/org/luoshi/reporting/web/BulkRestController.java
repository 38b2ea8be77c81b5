package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Texts;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.DatabaseAway;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.exchange.BulkLines;
import org.luoshi.reporting.exchange.BulkMaker;
import org.luoshi.reporting.exchange.BulkSource;
import org.luoshi.reporting.exchange.BulkUpload;
import org.luoshi.reporting.exchange.CsvSource;
import org.luoshi.reporting.exchange.ExchangeError;
import org.luoshi.reporting.exchange.ExchangeUnits;
import org.luoshi.reporting.exchange.JsonLinesSource;
import org.luoshi.reporting.exchange.UploadRow;
import org.luoshi.reporting.exchange.UploadStore;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of many units in one request for programs: never held whole, answered line by line. */
@Tag(name = "Reporting: many at once")
@RestController
@RequestMapping("/api/v1/reporting")
class BulkRestController {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRestController.class);
    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final BulkUpload bulk;
    private final UploadStore uploads;
    private final OpenRounds rounds;
    private final Senders senders;
    private final ExchangeUnits units;
    private final FilesApi files;
    private final Texts texts;

    BulkRestController(
            BulkUpload bulk,
            UploadStore uploads,
            OpenRounds rounds,
            Senders senders,
            ExchangeUnits units,
            FilesApi files,
            Texts texts) {
        this.bulk = bulk;
        this.uploads = uploads;
        this.rounds = rounds;
        this.senders = senders;
        this.units = units;
        this.files = files;
        this.texts = texts;
    }

    @Operation(
            summary = "Hand in the reports of many units as CSV or JSON lines",
            description =
                    "The body is read as it comes (Content-Encoding: gzip is understood) and written in groups. CSV has a heading:"
                            + " unit, zero, signer, revision, reason, final, and the codes of the fields. A line of JSON is what"
                            + " POST …/reports takes. The answer is JSON lines: started, one refused for each row that was not taken, progress, and"
                            + " at the end ended with the counts, or stopped with the reason. Sent again, what is in is unchanged: an upload that"
                            + " was cut is sent again, with ?upload= to count under the same id.")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = LINES, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "200", content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
    @PostMapping(
            path = "/regimes/{regime}/periods/{period}/bulk",
            consumes = {CSV, LINES})
    void upload(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(defaultValue = "") @Size(max = 60) String signer,
            @RequestParam(required = false) @Nullable UUID upload,
            @RequestParam(defaultValue = "API") @Size(max = 200) String name,
            @CurrentActor Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        OpenRound open = rounds.require(regime, period);
        senders.requireSender(actor);
        BulkMaker maker = new BulkMaker(open.form(), signer, actor, Channel.BULK, units, files);
        BulkSource source = source(request, maker);
        UUID id = upload == null ? uploads.begin(open, name, actor) : upload;
        if (upload != null) {
            uploads.resume(upload, open, actor);
        }
        response.setContentType(LINES);
        response.setHeader("X-Accel-Buffering", "no");
        try {
            BulkLines lines = new BulkLines(response.getOutputStream(), texts, request.getLocale());
            lines.started(id, source.encoding());
            run(new BulkUpload.Task(id, regime, period, actor), source, lines);
        } catch (IOException | UncheckedIOException left) {
            LOG.info("The sender of upload {} left: {}", id, left.getMessage());
        }
    }

    private void run(BulkUpload.Task task, BulkSource source, BulkLines lines) throws IOException {
        BusinessException refusal = null;
        try {
            bulk.take(task, source, lines);
        } catch (BusinessException e) {
            refusal = e;
        } catch (RuntimeException fault) {
            if (!DatabaseAway.is(fault)) {
                throw fault;
            }
            LOG.warn("The database did not answer at the end of upload {}: {}", task.id(), fault.getMessage());
            refusal = ReportingError.DATABASE_AWAY.plain();
        }
        lines.ended(task.id(), refusal);
    }

    private static BulkSource source(HttpServletRequest request, BulkMaker maker) {
        boolean csv = Objects.requireNonNullElse(request.getContentType(), "").startsWith(CSV);
        try {
            InputStream body = request.getInputStream();
            if ("gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"))) {
                body = new GZIPInputStream(body, 64 * 1024);
            }
            return csv ? new CsvSource(body, maker) : new JsonLinesSource(body, maker);
        } catch (ZipException | EOFException e) {
            throw ExchangeError.NOT_GZIP.plain();
        } catch (IOException cut) {
            throw ExchangeError.CUT.with(Map.of("read", 0));
        }
    }

    @Operation(summary = "An upload of the caller: how far it is in")
    @GetMapping("/uploads/{id}")
    UploadRow state(@PathVariable UUID id, @CurrentActor Actor actor) {
        return uploads.require(id, actor);
    }
}
