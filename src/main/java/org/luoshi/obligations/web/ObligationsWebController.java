package org.luoshi.obligations.web;

import org.luoshi.obligations.ReminderOutlook;
import org.luoshi.obligations.core.Upcoming;
import org.luoshi.obligations.core.UpcomingQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page "what will fall due". */
@Controller
class ObligationsWebController {

    private final UpcomingQueries queries;
    private final ObjectProvider<ReminderOutlook> outlook;
    private final Templates templates;

    ObligationsWebController(UpcomingQueries queries, ObjectProvider<ReminderOutlook> outlook, Templates templates) {
        this.queries = queries;
        this.outlook = outlook;
        this.templates = templates;
    }

    @GetMapping("/obligations/upcoming")
    View upcoming(
            @RequestParam(defaultValue = "tomorrow") String range,
            @RequestParam(defaultValue = "false") boolean zero,
            Page page,
            @CurrentActor Actor actor) {
        Upcoming upcoming = queries.upcoming(UpcomingRange.of(range), zero, actor);
        ReminderOutlook.Outlook next =
                outlook.stream().findFirst().map(ReminderOutlook::outlook).orElse(null);
        return Html.of(templates.obligationsUpcoming(page, upcoming, zero, next));
    }
}
