package org.luoshi.mailbox;

import java.util.Optional;
import java.util.UUID;
import org.luoshi.mailbox.core.MailReferences;
import org.luoshi.mailbox.core.MailboxQueries;
import org.luoshi.mailbox.core.MailboxSettings;
import org.springframework.stereotype.Component;

/** Answers by mail. */
@Component
public class MailboxApi {

    private final MailboxSettings settings;
    private final MailReferences references;
    private final MailboxQueries queries;

    MailboxApi(MailboxSettings settings, MailReferences references, MailboxQueries queries) {
        this.settings = settings;
        this.references = references;
        this.queries = queries;
    }

    /** How this person may answer about that thing by mail; empty while the mailbox is off. */
    public Optional<MailReply> replyTo(UUID subjectId, UUID personId, String label) {
        return settings.enabled()
                ? Optional.of(new MailReply(
                        settings.shownAddress(), "[" + label + " · " + references.of(subjectId, personId) + "]"))
                : Optional.empty();
    }

    /** Whether this draft came by mail, as far as is remembered (90 days). */
    public boolean cameByMail(UUID resultId) {
        return queries.cameByMail(resultId);
    }
}
