package org.luoshi.ledger.web;

import java.time.LocalDate;
import java.util.UUID;
import org.luoshi.ledger.core.PastItem;
import org.luoshi.ledger.core.PastQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** An item as it stood on a day that is over. */
@Controller
class PastWebController {

    private final PastQueries past;
    private final LedgerView view;
    private final Templates templates;

    PastWebController(PastQueries past, LedgerView view, Templates templates) {
        this.past = past;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping("/ledger/items/{id}/as-of")
    View item(@PathVariable UUID id, @RequestParam LocalDate at, Page page, @CurrentActor Actor actor) {
        PastItem item = past.item(id, at, actor);
        return Html.of(templates.ledgerPast(page.asOn(at), view, at, item, view.lines(page, item.lines())));
    }
}
