package org.luoshi.mailbox;

import java.util.Collection;
import java.util.UUID;
import org.luoshi.shared.Actor;

/** Implemented by rooms as a bean: what of theirs can be answered by mail. */
public interface MailReader {

    /** What this person may answer about at this moment. */
    Collection<UUID> subjectsOf(Actor person);

    /**
     * Makes a draft of it, in the caller's transaction, and tells the person; returns the draft's id. What the rules refuse is told to the
     * person as the reason.
     */
    UUID draft(UUID subjectId, IncomingMail mail, Actor person);
}
