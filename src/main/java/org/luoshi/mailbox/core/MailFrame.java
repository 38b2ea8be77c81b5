package org.luoshi.mailbox.core;

import org.luoshi.mailbox.core.MailRefusal.Refused;

/** Looks at the bare octets of a mail before anything is made of them: a few megabytes may hold a million headers, or parts, of four octets. */
final class MailFrame {

    private static final int MOST_HEAD_LINES = 20_000;

    private MailFrame() {}

    /** Counts the lines of all heads: that of the mail, and whatever stands behind a line that may separate two parts. */
    static void requireBounded(byte[] mail) throws Refused {
        boolean head = true;
        int lines = 0;
        for (int at = 0; at < mail.length; ) {
            int end = at;
            while (end < mail.length && mail[end] != '\n' && mail[end] != '\r') {
                end++;
            }
            if (end - at >= 2 && mail[at] == '-' && mail[at + 1] == '-') {
                head = true;
            } else if (end == at) {
                head = false;
            }
            if (head && ++lines > MOST_HEAD_LINES) {
                throw new Refused(MailRefusal.TOO_NESTED);
            }
            boolean both = end + 1 < mail.length && mail[end] == '\r' && mail[end + 1] == '\n';
            at = end + (both ? 2 : 1);
        }
    }
}
