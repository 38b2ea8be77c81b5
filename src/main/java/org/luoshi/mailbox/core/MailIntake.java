package org.luoshi.mailbox.core;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.mailbox.IncomingMail;
import org.luoshi.mailbox.MailReader;
import org.luoshi.mailbox.core.MailRefusal.Refused;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.SecretWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about one mail. It becomes a draft only where sender and reference belong together: the address is registered for a person, and the
 * reference was made for this person. Nothing is ever sent back: an answer to a forged sender would go to somebody who never wrote.
 */
@Component
class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
    private static final int LONGEST = 20_000;
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final MailboxSettings settings;
    private final MailReferences references;
    private final MailboxLines lines;
    private final ObjectProvider<MailReader> readers;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final NoticesApi notices;
    private final TransactionTemplate transaction;

    MailIntake(
            MailboxSettings settings,
            MailReferences references,
            MailboxLines lines,
            ObjectProvider<MailReader> readers,
            OrganizationApi organization,
            AccessApi access,
            NoticesApi notices,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.references = references;
        this.lines = lines;
        this.readers = readers;
        this.organization = organization;
        this.access = access;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** Where a mail lies: the same for ever, however often it is read. */
    record Place(long validity, long number) {}

    private record Match(Actor person, UUID subjectId, MailReader reader) {}

    /** Too large to be fetched at all. */
    void refuseUnread(Place place) {
        transaction.executeWithoutResult(status ->
                lines.refused(place, SecretWord.hash(place.toString()), "", MailRefusal.TOO_LARGE, null, null, null));
    }

    /** True when it was taken. Reading the same mail once more changes nothing and answers the same. */
    boolean take(Place place, byte[] content) {
        MailboxLines.Known known = lines.known(place);
        if (known != null) {
            return known.isTaken();
        }
        Found found = new Found(SecretWord.hash(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)));
        try {
            look(place, content, found);
            return true;
        } catch (Refused e) {
            refuse(place, found, e.why(), null);
        } catch (BusinessException e) {
            refuse(place, found, MailRefusal.RULE, e);
        } catch (MessagingException | IOException e) {
            refuse(place, found, MailRefusal.UNREADABLE, null);
        } catch (DuplicateKeyException e) {
            // Another server has just taken the same: it is known the next time.
            throw e;
        } catch (DataIntegrityViolationException e) {
            // The mail, not the database: it would be refused each time and hold up all that came after it.
            fault(place, found, e);
        } catch (DataAccessException | TransactionException e) {
            // The database, not the mail: it stays unread and its turn comes again.
            throw e;
        } catch (RuntimeException e) {
            fault(place, found, e);
        }
        return false;
    }

    private void fault(Place place, Found found, RuntimeException fault) {
        LOG.error("Mail {} could not be taken", place.number(), fault);
        refuse(place, found, MailRefusal.FAULT, null);
    }

    /** What is known of a mail so far, for the line that tells why it was refused. */
    private static final class Found {

        private byte[] key;
        private String sender = "";
        private @Nullable Actor person;
        private @Nullable UUID subjectId;

        Found(byte[] key) {
            this.key = key;
        }
    }

    private void look(Place place, byte[] content, Found found) throws MessagingException, IOException, Refused {
        MailFrame.requireBounded(content);
        MimeMessage mail = new MimeMessage(NO_SERVER, new ByteArrayInputStream(content));
        MailHead head = MailHead.of(mail);
        found.sender = head.sender();
        if (!head.identity().isEmpty()) {
            found.key = SecretWord.hash(head.identity());
        }
        requireWelcome(head);
        Match match = match(head, found);
        if (lines.ofToday(head.sender()) >= settings.mailsADay()) {
            throw new Refused(MailRefusal.TOO_MANY_MAILS);
        }
        if (lines.isTaken(found.key)) {
            throw new Refused(MailRefusal.DUPLICATE);
        }
        IncomingMail written = MailParts.of(mail, settings);
        if (written.text().isBlank()) {
            throw new Refused(MailRefusal.NO_TEXT);
        }
        if (written.text().length() > LONGEST) {
            throw new Refused(MailRefusal.TEXT_TOO_LONG);
        }
        transaction.executeWithoutResult(status -> {
            UUID draft = match.reader().draft(match.subjectId(), written, match.person());
            lines.taken(
                    place,
                    found.key,
                    found.sender,
                    match.person().personId(),
                    match.subjectId(),
                    draft,
                    written.leftOut());
        });
    }

    private void requireWelcome(MailHead head) throws Refused {
        if (head.sender().equalsIgnoreCase(settings.shownAddress())
                || head.sender().equalsIgnoreCase(settings.user())) {
            throw new Refused(MailRefusal.OWN);
        }
        if (head.automatic()) {
            throw new Refused(MailRefusal.AUTOMATIC);
        }
        if (!settings.isOfADomain(head.sender())) {
            throw new Refused(MailRefusal.DOMAIN_NOT_ALLOWED);
        }
    }

    private Match match(MailHead head, Found found) throws Refused {
        List<Actor> people = organization.peopleWithEmail(head.sender()).stream()
                .map(Person::id)
                .filter(access::isOpen)
                .map(access::actor)
                .toList();
        if (people.isEmpty()) {
            throw new Refused(MailRefusal.SENDER_UNKNOWN);
        }
        if (people.size() == 1) {
            found.person = people.get(0);
        }
        List<String> written = MailReferences.in(head.subject());
        if (written.isEmpty()) {
            throw new Refused(MailRefusal.NO_REFERENCE);
        }
        for (Actor person : people) {
            for (MailReader reader : readers.orderedStream().toList()) {
                var subject = references.find(written, reader.subjectsOf(person), person.personId());
                if (subject.isPresent()) {
                    found.person = person;
                    found.subjectId = subject.get();
                    return new Match(person, subject.get(), reader);
                }
            }
        }
        throw new Refused(MailRefusal.REFERENCE_UNKNOWN);
    }

    private void refuse(Place place, Found found, MailRefusal why, @Nullable BusinessException rule) {
        transaction.executeWithoutResult(status -> {
            Actor person = found.person;
            UUID line = lines.refused(
                    place,
                    found.key,
                    found.sender,
                    why,
                    rule == null ? null : rule.error().code(),
                    person == null ? null : person.personId(),
                    found.subjectId);
            if (person != null && isWorthTelling(why)) {
                notices.tell(new NewNotice(
                        List.of(person.personId()),
                        "mailbox.notice.refused",
                        Map.of("reasonKey", rule == null ? "mailbox.refusal." + why.name() : "mailbox.refusal.RULE"),
                        "/desk",
                        line,
                        "mailbox"));
            }
        });
    }

    /** Somebody has written and waits for a draft: not a program, and not one who may be somebody else. */
    private static boolean isWorthTelling(MailRefusal why) {
        return switch (why) {
            case NO_REFERENCE,
                    REFERENCE_UNKNOWN,
                    TOO_NESTED,
                    TOO_MANY_FILES,
                    NO_TEXT,
                    TEXT_TOO_LONG,
                    RULE,
                    UNREADABLE,
                    FAULT -> true;
            case AUTOMATIC,
                    OWN,
                    TOO_LARGE,
                    SENDER_UNCLEAR,
                    DOMAIN_NOT_ALLOWED,
                    SENDER_UNKNOWN,
                    TOO_MANY_MAILS,
                    DUPLICATE -> false;
        };
    }
}
