package org.luoshi.ledger.neighbours;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.ledger.core.ReportsByMail;
import org.luoshi.mailbox.IncomingMail;
import org.luoshi.mailbox.MailReader;
import org.luoshi.mailbox.MailReply;
import org.luoshi.mailbox.MailboxApi;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft of what a unit's people write by mail, and says how to write. */
@Component
public class MailedReports implements MailReader {

    private final ReportsByMail reports;
    private final MailboxApi mailbox;
    private final FilesApi files;

    MailedReports(ReportsByMail reports, MailboxApi mailbox, FilesApi files) {
        this.reports = reports;
        this.mailbox = mailbox;
        this.files = files;
    }

    /** How this person may report on a part by mail; empty while the mailbox is off. */
    public Optional<MailReply> replyTo(UUID assignmentId, String number, Actor person) {
        return mailbox.replyTo(assignmentId, person.personId(), number);
    }

    /** Whether a draft came by mail. */
    public boolean cameByMail(UUID feedbackId) {
        return mailbox.cameByMail(feedbackId);
    }

    @Override
    public Collection<UUID> subjectsOf(Actor person) {
        return reports.openPartsOf(person);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID draft(UUID subjectId, IncomingMail mail, Actor person) {
        files.requireUnmarked(mail.text());
        List<UUID> fileIds = mail.files().stream()
                .map(file -> files.store(file.name(), file.content(), person))
                .map(StoredFile::id)
                .toList();
        return reports.draft(subjectId, mail.text(), fileIds, mail.leftOut(), person);
    }
}
