package org.luoshi.mailbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.luoshi.mailbox.core.MailboxPoller;
import org.luoshi.mailbox.core.MailboxQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox for programs. */
@Tag(name = "Mailbox")
@RestController
@RequestMapping("/api/v1/mailbox")
class MailboxRestController {

    private final MailboxQueries queries;
    private final MailboxPoller poller;

    MailboxRestController(MailboxQueries queries, MailboxPoller poller) {
        this.queries = queries;
        this.poller = poller;
    }

    record Mails(boolean enabled, MailboxQueries.MailboxReading reading, List<MailboxQueries.MailRead> mails) {}

    @Operation(summary = "Whether mail is read, and what became of each mail of the last 90 days")
    @GetMapping
    Mails mails(@CurrentActor Actor actor) {
        return new Mails(queries.settings().enabled(), queries.reading(actor), queries.lines(actor));
    }

    @Operation(summary = "Look into the mailbox now")
    @PostMapping("/reading")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void read(@CurrentActor Actor actor) {
        poller.readSoon(actor);
    }
}
