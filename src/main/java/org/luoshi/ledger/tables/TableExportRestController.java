package org.luoshi.ledger.tables;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.web.ListForm;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** The list as an Excel file for programs. */
@Tag(name = "Ledger: Excel")
@RestController
@RequestMapping("/api/v1/ledger/exports")
class TableExportRestController {

    private final TableExports exports;
    private final TableExportStore store;
    private final OrganizationApi organization;

    TableExportRestController(TableExports exports, TableExportStore store, OrganizationApi organization) {
        this.exports = exports;
        this.store = store;
        this.organization = organization;
    }

    /** The work that writes the file; its outcome's address is where the file is. */
    record StartedExport(UUID jobId, String href) {}

    @Operation(
            summary = "Write a list as Excel; filter and order as in the address of the list, columns by their names")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedExport start(
            @ParameterObject ListForm form,
            @RequestParam(name = "column", required = false) @Nullable List<String> columns,
            Locale locale,
            @CurrentActor Actor actor) {
        UUID job = exports.start(form.toFilter(organization), TableChoice.of(columns, form), locale, actor);
        return new StartedExport(job, "/api/v1/jobs/" + job);
    }

    @Operation(summary = "The file of a list, for two days and for the one who asked")
    @GetMapping("/{id}")
    View file(@PathVariable UUID id, @CurrentActor Actor actor) {
        return new TableDownload(store, store.require(id, actor));
    }
}
