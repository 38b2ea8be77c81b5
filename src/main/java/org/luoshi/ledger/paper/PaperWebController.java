package org.luoshi.ledger.paper;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Sheets in Word, from the item's page and from a selection of the list. */
@Controller
@RequestMapping("/ledger")
class PaperWebController {

    private final LedgerPapers papers;

    PaperWebController(LedgerPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/items/{id}/papers/{paper}")
    View one(
            @PathVariable UUID id,
            @PathVariable LedgerPaper paper,
            @RequestParam(required = false) @Nullable UUID notice,
            Page page,
            @CurrentActor Actor actor) {
        return PaperDownload.of(
                notice == null
                        ? papers.ofItem(id, paper, page, actor)
                        : papers.ofNotices(List.of(notice), page, actor));
    }

    /**
     * A selection: {@code item} and {@code paper}, or {@code notice}, each as often as wanted. An item may carry its version behind a colon, as
     * the list writes it. Reading is all that happens, so a form may come either way.
     */
    @RequestMapping(
            path = "/papers",
            method = {RequestMethod.GET, RequestMethod.POST})
    View many(
            @RequestParam(defaultValue = "NOTICE") LedgerPaper paper,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(required = false) @Nullable List<UUID> notice,
            @RequestParam(defaultValue = "") String all,
            Page page,
            @CurrentActor Actor actor) {
        if (!all.isEmpty()) {
            throw PaperError.ONLY_TICKED.plain();
        }
        return PaperDownload.of(
                notice != null && !notice.isEmpty()
                        ? papers.ofNotices(notice, page, actor)
                        : papers.ofItems(ids(item == null ? List.of() : item), paper, page, actor));
    }

    private static List<UUID> ids(List<String> items) {
        try {
            return items.stream()
                    .map(item -> UUID.fromString(item.replaceFirst(":.*$", "")))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw PaperError.NOTHING_CHOSEN.plain();
        }
    }
}
