package org.luoshi.mailbox.core;

/** Why a mail was not taken. The text of each is {@code mailbox.refusal.<NAME>}. */
public enum MailRefusal {
    /** Sent by a program: out of office, a list, a report of non-delivery. */
    AUTOMATIC,
    /** From ourselves. */
    OWN,
    TOO_LARGE,
    UNREADABLE,
    SENDER_UNCLEAR,
    DOMAIN_NOT_ALLOWED,
    SENDER_UNKNOWN,
    TOO_MANY_MAILS,
    NO_REFERENCE,
    REFERENCE_UNKNOWN,
    DUPLICATE,
    TOO_NESTED,
    TOO_MANY_FILES,
    NO_TEXT,
    TEXT_TOO_LONG,
    /** The rules said no: a file marked secret, an item that is closed. */
    RULE,
    /** Something went wrong here; the log says what. */
    FAULT;

    /** Carries it out of the reading of a mail. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final MailRefusal why;

        Refused(MailRefusal why) {
            super(why.name());
            this.why = why;
        }

        MailRefusal why() {
            return why;
        }
    }
}
