package org.luoshi.mailbox.core;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.mailbox.core.MailRefusal.Refused;

/**
 * What stands above a mail.
 *
 * @param identity the Message-ID; empty where there is none
 */
record MailHead(String sender, String subject, String identity, boolean automatic) {

    private static final Set<String> PROGRAMS =
            Set.of("mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");

    static MailHead of(MimeMessage mail) throws MessagingException, Refused {
        String sender = sender(mail);
        return new MailHead(
                sender,
                Objects.requireNonNullElse(mail.getSubject(), ""),
                Objects.requireNonNullElse(mail.getMessageID(), "").strip(),
                isAutomatic(mail, sender));
    }

    /** Exactly one, for of two it is not known who has written. */
    private static String sender(MimeMessage mail) throws MessagingException, Refused {
        try {
            Address[] from = mail.getFrom();
            if (from != null && from.length == 1 && from[0] instanceof InternetAddress one) {
                one.validate();
                return one.getAddress().toLowerCase(Locale.ROOT);
            }
        } catch (AddressException e) {
            throw new Refused(MailRefusal.SENDER_UNCLEAR);
        }
        throw new Refused(MailRefusal.SENDER_UNCLEAR);
    }

    /** RFC 3834, and what programs did before it. */
    private static boolean isAutomatic(MimeMessage mail, String sender) throws MessagingException {
        String submitted = first(mail, "Auto-Submitted");
        String precedence = first(mail, "Precedence");
        String type = first(mail, "Content-Type");
        return submitted != null && !submitted.startsWith("no")
                || precedence != null && BULK.contains(precedence)
                || "<>".equals(first(mail, "Return-Path"))
                || has(mail, "X-Autoreply")
                || has(mail, "X-Autorespond")
                || has(mail, "X-Auto-Reply")
                || has(mail, "List-Id")
                || has(mail, "List-Unsubscribe")
                || type != null && type.startsWith("multipart/report")
                || PROGRAMS.contains(sender.substring(0, sender.lastIndexOf('@')));
    }

    private static boolean has(MimeMessage mail, String name) throws MessagingException {
        return first(mail, name) != null;
    }

    private static @Nullable String first(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null || values.length == 0 ? null : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
