package org.luoshi.ledger.paper;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.documents.OfficeTemplatesApi;
import org.luoshi.documents.TemplateVersion;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The office's own templates of the four sheets; the office director alone changes them. */
@Component
public class PaperTemplates {

    private final OfficeTemplatesApi templates;
    private final DocumentsApi documents;

    PaperTemplates(OfficeTemplatesApi templates, DocumentsApi documents) {
        this.templates = templates;
        this.documents = documents;
    }

    /** How the templates stand, in the order of the sheets. */
    List<PaperTemplate> all(Page page, Actor actor) {
        requireDirector(actor);
        return Arrays.stream(LedgerPaper.values())
                .map(paper -> new PaperTemplate(
                        paper,
                        templates.own(paper.template()).orElse(null),
                        templates.versions(paper.template()),
                        PaperTag.of(page, paper)))
                .toList();
    }

    /** The one that is filled today. */
    PaperFile current(LedgerPaper paper, Page page, Actor actor) {
        requireDirector(actor);
        return file(page, paper, templates.current(paper.template()));
    }

    PaperFile shipped(LedgerPaper paper, Page page, Actor actor) {
        requireDirector(actor);
        return file(page, paper, documents.shipped(paper.template()));
    }

    PaperFile version(LedgerPaper paper, UUID version, Page page, Actor actor) {
        requireDirector(actor);
        return file(page, paper, templates.version(paper.template(), version));
    }

    /** What a sheet looks like with the template of today and an invented item. */
    PaperFile example(LedgerPaper paper, Page page, Actor actor) {
        requireDirector(actor);
        byte[] filled = documents.fill(templates.current(paper.template()), PaperExample.of(page, paper));
        return new PaperFile(page.t("ledger.paper.example-of", "paper", page.t("ledger.paper.kind", paper)), filled);
    }

    TemplateVersion replace(LedgerPaper paper, String fileName, byte[] content, Page page, Actor actor) {
        requireDirector(actor);
        if (content.length == 0) {
            throw PaperError.NO_FILE.plain();
        }
        return templates.replace(
                paper.template(),
                page.t("ledger.paper.kind", paper),
                fileName,
                content,
                PaperExample.of(page, paper),
                actor);
    }

    void backToShipped(LedgerPaper paper, Page page, Actor actor) {
        requireDirector(actor);
        templates.backToShipped(paper.template(), page.t("ledger.paper.kind", paper), actor);
    }

    private static PaperFile file(Page page, LedgerPaper paper, byte[] content) {
        return new PaperFile(page.t("ledger.paper.template-of", "paper", page.t("ledger.paper.kind", paper)), content);
    }

    private static void requireDirector(Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
    }
}
