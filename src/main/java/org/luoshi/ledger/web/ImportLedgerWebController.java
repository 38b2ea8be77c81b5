package org.luoshi.ledger.web;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ImportDryRun;
import org.luoshi.ledger.core.ImportFiling;
import org.luoshi.ledger.core.ImportLedgerService;
import org.luoshi.ledger.core.ImportProposal;
import org.luoshi.ledger.tables.TableReturns;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Bringing in a ledger kept in Excel: upload, mapping, dry run, filing. */
@Controller
@RequestMapping("/ledger/import")
class ImportLedgerWebController {

    private final ImportLedgerService imports;
    private final ImportFiling filing;
    private final TableReturns returns;
    private final Templates templates;

    ImportLedgerWebController(
            ImportLedgerService imports, ImportFiling filing, TableReturns returns, Templates templates) {
        this.imports = imports;
        this.filing = filing;
        this.returns = returns;
        this.templates = templates;
    }

    @GetMapping
    View upload(Page page, @CurrentActor Actor actor) {
        return Html.of(upload(page, Map.of(), actor));
    }

    @PostMapping
    View take(@RequestParam(required = false) @Nullable MultipartFile file, Page page, @CurrentActor Actor actor)
            throws IOException {
        try {
            byte[] content = file == null ? new byte[0] : file.getBytes();
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return new RedirectView(
                    returns.recognizes(content)
                            ? "/ledger/import/returned/" + returns.upload(name, content, actor)
                            : "/ledger/import/" + imports.upload(name, content, actor));
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            return Html.invalid(upload(page, Map.of("file", page.reason(refusal)), actor));
        }
    }

    private JteModel upload(Page page, Map<String, String> errors, Actor actor) {
        return templates.ledgerImport(page, imports.openOf(actor), returns.openOf(actor), errors);
    }

    @GetMapping("/{id}")
    View mapping(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerImportMapping(page, imports.open(id, actor), ""));
    }

    /** Two buttons: read anew with another sheet or row of headings, or go on to the dry run. */
    @PostMapping("/{id}")
    View map(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            @CurrentActor Actor actor) {
        ImportMappingForm form = new ImportMappingForm(fields);
        ImportProposal before = imports.open(id, actor);
        try {
            if ("read".equals(fields.getFirst("action"))) {
                imports.readAnew(id, form.version(), form.sheet(), form.headingRow(), actor);
                return new RedirectView("/ledger/import/" + id);
            }
            imports.map(
                    id,
                    form.version(),
                    form.title(),
                    form.reference(),
                    form.target(),
                    form.meanings(before.columns().size()),
                    actor);
            return new RedirectView("/ledger/import/" + id + "/dry-run");
        } catch (BusinessException refusal) {
            ImportProposal typed = typed(before, form);
            return Html.withStatus(status(refusal), templates.ledgerImportMapping(page, typed, page.reason(refusal)));
        }
    }

    /** The page once more with what was typed, as far as it can be understood. */
    private static ImportProposal typed(ImportProposal before, ImportMappingForm form) {
        boolean dayIsRead = form.fields().getFirst("reference") != null
                && String.valueOf(form.fields().getFirst("reference")).matches("\\d{4}-\\d{2}-\\d{2}");
        var choices = before.choices()
                .withMapping(
                        form.title(),
                        dayIsRead ? form.reference() : before.choices().reference(),
                        form.target(),
                        form.meanings(before.columns().size()));
        return new ImportProposal(
                before.id(),
                before.version(),
                before.fileName(),
                before.sheets(),
                choices,
                before.titles(),
                before.columns(),
                before.rows(),
                before.earlier());
    }

    @GetMapping("/{id}/dry-run")
    View dryRun(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int number,
            Page page,
            @CurrentActor Actor actor) {
        ImportDryRun plan = imports.dryRun(id, actor);
        return Html.of(templates.ledgerImportDryRun(page, plan, ImportRowsView.of(plan, show, number), ""));
    }

    /** Two buttons: keep the answers and reckon again, or keep them and file. */
    @PostMapping("/{id}/dry-run")
    View answer(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam int version,
            Page page,
            @CurrentActor Actor actor) {
        ImportDryRun before = imports.dryRun(id, actor);
        ImportAnswers answers = ImportAnswers.of(
                fields,
                before.choices(),
                ImportRowsView.of(before, show, number).rows());
        try {
            imports.answer(id, version, answers.units(), answers.dues(), answers.leftOut(), answers.again(), actor);
            if (!"file".equals(fields.getFirst("action"))) {
                return new RedirectView("/ledger/import/" + id + "/dry-run?show=" + show + "&number=" + number);
            }
            return new RedirectView("/jobs/" + filing.start(id, version + 1, actor));
        } catch (BusinessException refusal) {
            ImportDryRun plan = imports.dryRun(id, actor);
            return Html.withStatus(
                    status(refusal),
                    templates.ledgerImportDryRun(
                            page, plan, ImportRowsView.of(plan, show, number), page.reason(refusal)));
        }
    }

    @PostMapping("/{id}/removal")
    View discard(@PathVariable UUID id, @CurrentActor Actor actor) {
        imports.discard(id, actor);
        return new RedirectView("/ledger/import");
    }

    private static HttpStatus status(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
