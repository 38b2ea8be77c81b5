package org.luoshi.mailbox;

import java.util.List;

/**
 * What somebody wrote, without what was quoted.
 *
 * @param leftOut attachments of a kind that is not taken, as calendars and other mails
 */
public record IncomingMail(String text, List<Attached> files, int leftOut) {

    public IncomingMail {
        files = List.copyOf(files);
    }

    /** A file that came with it. */
    public record Attached(String name, byte[] content) {}
}
