package org.luoshi.reporting.web;

import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.RunningRegimes;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Where reporting begins: what runs today and, near the cut-off, who is silent. */
@Controller
@RequestMapping("/reporting")
class TotalsStartWebController {

    private final RunningRegimes running;
    private final Senders senders;
    private final Templates templates;

    TotalsStartWebController(RunningRegimes running, Senders senders, Templates templates) {
        this.running = running;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View start(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingStart(
                page,
                running.of(actor),
                senders.isOffice(actor),
                !senders.ownPlaces(actor).isEmpty()));
    }
}
