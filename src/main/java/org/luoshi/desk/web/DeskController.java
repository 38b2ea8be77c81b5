package org.luoshi.desk.web;

import org.luoshi.desk.core.DeskQueries;
import org.luoshi.desk.core.SearchQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The first page after signing in, and the search over all rooms. */
@Controller
class DeskController {

    private final DeskQueries queries;
    private final SearchQueries search;
    private final Templates templates;

    DeskController(DeskQueries queries, SearchQueries search, Templates templates) {
        this.queries = queries;
        this.search = search;
        this.templates = templates;
    }

    @GetMapping("/")
    View start() {
        return new RedirectView("/desk");
    }

    @GetMapping("/desk")
    View desk(Page page) {
        return Html.of(templates.deskDesk(page, queries.desk(page)));
    }

    @GetMapping("/search")
    View search(@RequestParam(defaultValue = "") String q, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.deskSearch(page, q, search.search(q, actor)));
    }
}
