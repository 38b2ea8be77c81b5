package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Texts;
import org.luoshi.reporting.exchange.ExportKind;
import org.luoshi.reporting.exchange.ExportService;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A whole period for programs that keep figures of their own. */
@Tag(name = "Reporting: many at once")
@RestController
@RequestMapping("/api/v1/reporting/regimes/{regime}/periods/{period}")
class ExportRestController {

    private final TotalsScenes scenes;
    private final ExportService exports;

    ExportRestController(TotalsScenes scenes, ExportService exports) {
        this.scenes = scenes;
        this.exports = exports;
    }

    @Operation(
            summary = "All units of a period with what they reported, as CSV or .xlsx",
            description =
                    "One row for each unit that was asked, in the official order, the silent among them; read as it is written. "
                            + "Without place: all that the caller may see. 503 with Retry-After while others are fetching.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    void export(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "CSV") ExportKind kind,
            @CurrentActor Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        ExportService.Wanted wanted =
                new ExportService.Wanted(scene.open(), scene.node(), kind, Texts.nearest(request.getLocale()));
        ExportDownload.send(exports, wanted, scene.name(), actor, response);
    }
}
