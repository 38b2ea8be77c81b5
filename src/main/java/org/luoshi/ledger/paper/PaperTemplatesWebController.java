package org.luoshi.ledger.paper;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page on which the office puts its own templates in place of the shipped ones. */
@Controller
@RequestMapping("/ledger/settings/papers")
class PaperTemplatesWebController {

    private final PaperTemplates papers;
    private final Templates templates;

    PaperTemplatesWebController(PaperTemplates papers, Templates templates) {
        this.papers = papers;
        this.templates = templates;
    }

    @GetMapping
    View all(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerPapers(page, papers.all(page, actor), Map.of()));
    }

    @GetMapping("/{paper}/current")
    View current(@PathVariable LedgerPaper paper, Page page, @CurrentActor Actor actor) {
        return PaperDownload.of(papers.current(paper, page, actor));
    }

    @GetMapping("/{paper}/shipped")
    View shipped(@PathVariable LedgerPaper paper, Page page, @CurrentActor Actor actor) {
        return PaperDownload.of(papers.shipped(paper, page, actor));
    }

    @GetMapping("/{paper}/example")
    View example(@PathVariable LedgerPaper paper, Page page, @CurrentActor Actor actor) {
        return PaperDownload.of(papers.example(paper, page, actor));
    }

    @GetMapping("/{paper}/versions/{version}")
    View version(@PathVariable LedgerPaper paper, @PathVariable UUID version, Page page, @CurrentActor Actor actor) {
        return PaperDownload.of(papers.version(paper, version, page, actor));
    }

    @PostMapping("/{paper}")
    View replace(
            @PathVariable LedgerPaper paper,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        try {
            byte[] content = file == null ? new byte[0] : file.getBytes();
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            papers.replace(paper, name, content, page, actor);
            return new RedirectView("/ledger/settings/papers#" + paper.name());
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            return Html.invalid(
                    templates.ledgerPapers(page, papers.all(page, actor), Map.of(paper.name(), page.reason(refusal))));
        }
    }

    @PostMapping("/{paper}/shipped")
    View backToShipped(@PathVariable LedgerPaper paper, Page page, @CurrentActor Actor actor) {
        papers.backToShipped(paper, page, actor);
        return new RedirectView("/ledger/settings/papers#" + paper.name());
    }
}
