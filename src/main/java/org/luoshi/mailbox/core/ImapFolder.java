package org.luoshi.mailbox.core;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * The folder on the mail server. Each mail stays where it is: read ones are marked as read, those taken as answered, those refused with a
 * flag, so that a person who opens the mailbox sees what was left.
 */
@Component
class ImapFolder {

    private static final int AT_ONCE = 100;
    private static final int CONNECT_MILLIS = 10_000;

    private final MailboxSettings settings;
    private final MailIntake intake;

    ImapFolder(MailboxSettings settings, MailIntake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    /** Reads what is not read yet, the oldest first; what the connection is lost over stays for the next time. */
    void read(Runnable beat) throws MessagingException {
        String protocol = settings.security() == MailboxSettings.Security.IMPLICIT ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flag.SEEN), false));
                read(Arrays.copyOf(unread, Math.min(unread.length, AT_ONCE)), folder, beat);
            }
        }
    }

    /** One mail that the server does not give stays unread and is reported, and does not hold up those behind it. */
    private void read(Message[] mails, Folder folder, Runnable beat) throws MessagingException {
        MessagingException failure = null;
        for (Message mail : mails) {
            beat.run();
            try {
                read(mail, (UIDFolder) folder);
            } catch (MessagingException e) {
                failure = failure == null ? e : failure;
                if (!folder.isOpen()) {
                    break;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void read(Message mail, UIDFolder folder) throws MessagingException {
        MailIntake.Place place = new MailIntake.Place(folder.getUIDValidity(), folder.getUID(mail));
        boolean taken = false;
        if (mail.getSize() > settings.mostBytes()) {
            intake.refuseUnread(place);
        } else {
            taken = fetch(mail, place);
        }
        mail.setFlag(taken ? Flag.ANSWERED : Flag.FLAGGED, true);
        mail.setFlag(Flag.SEEN, true);
    }

    private boolean fetch(Message mail, MailIntake.Place place) throws MessagingException {
        LimitedBytes content = new LimitedBytes(settings.mostBytes());
        try {
            mail.writeTo(content);
        } catch (TooMuch e) {
            intake.refuseUnread(place);
            return false;
        } catch (IOException e) {
            throw new MessagingException("The connection was lost", e);
        }
        return intake.take(place, content.toByteArray());
    }

    private Properties properties(String protocol) {
        Properties all = new Properties();
        String prefix = "mail." + protocol + ".";
        boolean starttls = settings.security() == MailboxSettings.Security.STARTTLS;
        String patience = String.valueOf(settings.patience().toMillis());
        all.setProperty(
                prefix + "connectiontimeout",
                String.valueOf(Math.min(CONNECT_MILLIS, settings.patience().toMillis())));
        all.setProperty(prefix + "timeout", patience);
        all.setProperty(prefix + "writetimeout", patience);
        all.setProperty(prefix + "starttls.enable", String.valueOf(starttls));
        all.setProperty(prefix + "starttls.required", String.valueOf(starttls));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        // Reading alone marks nothing: what the connection is lost over is still unread.
        all.setProperty(prefix + "peek", "true");
        all.setProperty(prefix + "fetchsize", String.valueOf(1024 * 1024));
        return all;
    }

    /** The server said another size than it sends. */
    private static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Takes no more than it may. */
    private static final class LimitedBytes extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final long most;

        LimitedBytes(long most) {
            this.most = most;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            if (kept.size() + (long) length > most) {
                throw new TooMuch();
            }
            kept.write(octets, from, length);
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
