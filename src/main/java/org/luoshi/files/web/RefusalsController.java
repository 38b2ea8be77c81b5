package org.luoshi.files.web;

import static org.luoshi.files.core.FileError.NOT_YOURS;

import java.util.List;
import org.luoshi.files.core.RefusalCounts;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How often the guard refused something marked: figures only, for the auditor and the system administrator. */
@Controller
class RefusalsController {

    private static final int DAYS = 366;

    private final RefusalCounts counts;
    private final Templates templates;

    RefusalsController(RefusalCounts counts, Templates templates) {
        this.counts = counts;
        this.templates = templates;
    }

    @GetMapping("/secrecy-refusals")
    View page(Page page, @CurrentActor Actor actor) {
        if (!actor.hasAny(GuardConfiguration.WATCHERS)) {
            throw NOT_YOURS.plain();
        }
        List<RefusalCounts.Day> days = counts.days(DAYS);
        int total = days.stream().mapToInt(RefusalCounts.Day::total).sum();
        return Html.of(templates.filesRefusals(page, days, total));
    }
}
