package org.luoshi.mailbox.core;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.Inspector;
import org.luoshi.mailbox.IncomingMail;
import org.luoshi.mailbox.core.MailRefusal.Refused;
import org.luoshi.shared.BusinessException;

/** Takes a mail apart: its text, its files, and how many parts are of a kind that is not taken. */
final class MailParts {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 300;

    /** More than anybody writes, with everything that was quoted: a longer text is not taken apart at all. */
    private static final int LONGEST_TEXT_PART = 2 * 1024 * 1024;

    private final MailboxSettings settings;
    private final List<IncomingMail.Attached> files = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String html;
    private boolean tooLong;
    private int leftOut;
    private int seen;

    private MailParts(MailboxSettings settings) {
        this.settings = settings;
    }

    static IncomingMail of(MimeMessage mail, MailboxSettings settings) throws MessagingException, IOException, Refused {
        MailParts parts = new MailParts(settings);
        parts.take(mail, 0);
        String words = MailText.written(parts.plain, parts.html);
        if (words.isEmpty() && parts.tooLong) {
            throw new Refused(MailRefusal.TEXT_TOO_LONG);
        }
        return new IncomingMail(words, parts.files, parts.leftOut);
    }

    private void take(Part part, int depth) throws MessagingException, IOException, Refused {
        if (depth > DEEPEST || ++seen > MOST_PARTS) {
            throw new Refused(MailRefusal.TOO_NESTED);
        }
        String type = typeOf(part);
        if (type.startsWith("multipart/")) {
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart one = many.getBodyPart(i);
                    take(one, depth + 1);
                }
                return;
            }
            throw new Refused(MailRefusal.UNREADABLE);
        }
        String name = nameOf(part);
        if (isNotTaken(type, name)) {
            leftOut++;
        } else if (isText(part, type, name)) {
            takeText(part, type);
        } else if (!isPictureInText(part, type)) {
            attach(part, name, type);
        }
    }

    /** An invitation, however long, another mail and a signature are no evidence of anything done. */
    private static boolean isNotTaken(String type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return type.equals("text/calendar")
                || type.equals("application/ics")
                || lower.endsWith(".ics")
                || type.startsWith("message/")
                || lower.endsWith(".eml")
                || type.equals("application/ms-tnef")
                || type.equals("application/pkcs7-signature")
                || type.equals("application/pgp-signature");
    }

    private static boolean isText(Part part, String type, String name) throws MessagingException {
        return (type.equals("text/plain") || type.equals("text/html"))
                && name.isEmpty()
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static boolean isPictureInText(Part part, String type) throws MessagingException {
        return type.startsWith("image/")
                && part instanceof MimeBodyPart body
                && body.getContentID() != null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    /** The first of each; a second one is what a list or a scanner has put below. */
    private void takeText(Part part, String type) throws MessagingException, IOException {
        boolean wanted = type.equals("text/plain") ? plain == null : html == null;
        if (!wanted) {
            return;
        }
        byte[] content = bytes(part);
        if (content.length > LONGEST_TEXT_PART) {
            tooLong = true;
        } else if (type.equals("text/plain")) {
            plain = MailText.decoded(content, charset(part));
        } else {
            html = MailText.decoded(content, charset(part));
        }
    }

    private void attach(Part part, String name, String type) throws MessagingException, IOException, Refused {
        if (files.size() >= settings.mostFiles()) {
            throw new Refused(MailRefusal.TOO_MANY_FILES);
        }
        String shown =
                name.isEmpty() ? "file-" + (files.size() + 1) + "." + type.substring(type.indexOf('/') + 1) : name;
        files.add(new IncomingMail.Attached(shown, bytes(part)));
    }

    /** What cannot be decoded is taken as it is: the guard of the files will say what it thinks of it. */
    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            try (InputStream raw = raw(part)) {
                return raw.readAllBytes();
            }
        }
    }

    private static InputStream raw(Part part) throws MessagingException {
        return part instanceof MimeMessage whole
                ? whole.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream();
    }

    private static String typeOf(Part part) throws MessagingException {
        try {
            return new ContentType(Objects.requireNonNullElse(part.getContentType(), "text/plain"))
                    .getBaseType()
                    .toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }

    private static @Nullable String charset(Part part) throws MessagingException {
        try {
            return part instanceof MimePart mime
                    ? new ContentType(mime.getContentType()).getParameter("charset")
                    : null;
        } catch (ParseException e) {
            return null;
        }
    }

    /** Names come encoded in three ways, or as plain octets of whatever the sender's machine speaks. */
    private static String nameOf(Part part) throws MessagingException {
        String name;
        try {
            name = part.getFileName();
        } catch (ParseException e) {
            return "file";
        }
        if (name == null) {
            return "";
        }
        try {
            name = MimeUtility.decodeText(name);
        } catch (java.io.UnsupportedEncodingException e) {
            return "file";
        }
        boolean octets =
                name.chars().allMatch(letter -> letter < 0x100) && name.chars().anyMatch(letter -> letter > 0x7f);
        try {
            return octets ? Inspector.decode(name.getBytes(StandardCharsets.ISO_8859_1)) : name;
        } catch (BusinessException e) {
            return "file";
        }
    }
}
