package org.luoshi.ledger.tables;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.web.ListForm;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The list as it is shown, taken out as an Excel file. */
@Controller
@RequestMapping("/ledger/exports")
class TableExportWebController {

    private final TableExports exports;
    private final TableExportStore store;
    private final OrganizationApi organization;

    TableExportWebController(TableExports exports, TableExportStore store, OrganizationApi organization) {
        this.exports = exports;
        this.store = store;
        this.organization = organization;
    }

    @PostMapping
    View start(
            ListForm form,
            @RequestParam(name = "column", required = false) @Nullable List<String> columns,
            Locale locale,
            @CurrentActor Actor actor) {
        UUID job = exports.start(form.toFilter(organization), TableChoice.of(columns, form), locale, actor);
        return new RedirectView("/jobs/" + job);
    }

    @GetMapping("/{id}")
    View file(@PathVariable UUID id, @CurrentActor Actor actor) {
        return new TableDownload(store, store.require(id, actor));
    }
}
