package org.luoshi.mailbox.web;

import org.luoshi.mailbox.core.MailboxPoller;
import org.luoshi.mailbox.core.MailboxQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What became of the mails that came in. */
@Controller
@RequestMapping("/mailbox")
class MailboxWebController {

    private final MailboxQueries queries;
    private final MailboxPoller poller;
    private final Templates templates;

    MailboxWebController(MailboxQueries queries, MailboxPoller poller, Templates templates) {
        this.queries = queries;
        this.poller = poller;
        this.templates = templates;
    }

    @GetMapping
    View show(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.mailboxMails(page, queries.settings(), queries.reading(actor), queries.lines(actor)));
    }

    /** Starts a look into the mailbox; its end shows on the page. */
    @PostMapping("/reading")
    View read(@CurrentActor Actor actor) {
        poller.readSoon(actor);
        return new RedirectView("/mailbox");
    }
}
