package org.luoshi.notices.core;

import java.time.Instant;
import java.util.List;
import org.luoshi.notices.DigestPreview;
import org.luoshi.notices.core.Reminder.What;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Who will be reminded tomorrow": the sweep's own computation at the hour of the next digest, with what waits unread already. */
@Component
@Transactional(readOnly = true)
public class PreviewQueries {

    private final Reminders reminders;
    private final NoticeQueries notices;
    private final MailSettings mail;

    PreviewQueries(Reminders reminders, NoticeQueries notices, MailSettings mail) {
        this.reminders = reminders;
        this.notices = notices;
        this.mail = mail;
    }

    public DigestPreview next() {
        Instant at = reminders.nextDigest();
        List<DigestPreview.Line> lines = reminders.inDigestAt(at).stream()
                .map(reminder -> new DigestPreview.Line(
                        reminder.obligation(),
                        reminder.what() == What.OVERDUE,
                        reminder.personIds().stream().sorted().toList()))
                .toList();
        return new DigestPreview(at, mail.enabled(), notices.lastSweep().orElse(null), lines);
    }
}
