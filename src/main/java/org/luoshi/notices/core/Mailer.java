package org.luoshi.notices.core;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what the digest wrote, outside any transaction: a mail is claimed with its next try before it is handed to the server, so a stop
 * in between costs a repetition and never a loss. A mail that could not leave on its day is dead; its lines travel with the next digest.
 */
@Component
public class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    /** Doubled with each try: 5, 10, 20 minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> sender;
    private final NoticeSettings settings;
    private final MailSettings mail;
    private final Clock clock;
    private final ZoneId zone;

    Mailer(
            JdbcClient jdbc,
            ObjectProvider<JavaMailSender> sender,
            NoticeSettings settings,
            MailSettings mail,
            Clock clock,
            ZoneId zone) {
        if (mail.enabled() && sender.getIfAvailable() == null) {
            throw new IllegalStateException("luoshi.mail.enabled=true needs a mail server: set spring.mail.host");
        }
        this.jdbc = jdbc;
        this.sender = sender;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(
            fixedDelayString = "${luoshi.notices.sweep-every:PT1M}",
            initialDelayString = "${luoshi.notices.sweep-every:PT1M}")
    public void sendWaiting() {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (!mail.enabled()) {
            return;
        }
        buryTheLate(now.toLocalDate());
        if (settings.isQuiet(now.toLocalTime())) {
            return;
        }
        for (Optional<Letter> next = claim(); next.isPresent(); next = claim()) {
            send(next.get());
        }
    }

    private void send(Letter letter) {
        try {
            sender.getObject().send(messageOf(letter));
            jdbc.sql("update notices.mail set sent_at = :now, failure = null where id = :id")
                    .param("now", now())
                    .param("id", letter.id())
                    .update();
        } catch (MailException | MessagingException e) {
            LOG.warn("Mail {} was not accepted at try {}", letter.id(), letter.attempts(), e);
            jdbc.sql("update notices.mail set failure = :failure where id = :id")
                    .param("failure", String.valueOf(e.getMessage()))
                    .param("id", letter.id())
                    .update();
            if (letter.attempts() >= settings.mailsADay()) {
                bury("id = :id", "id", letter.id());
            }
        }
    }

    private MimeMessage messageOf(Letter letter) throws MessagingException {
        MimeMessage message = sender.getObject().createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(mail.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.plain(), letter.html());
        return message;
    }

    private Optional<Letter> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update notices.mail
                        set attempts = attempts + 1, next_try = :now + :pause * power(2, attempts) * interval '1 second'
                        where id = (select id from notices.mail
                            where sent_at is null and dead_at is null and next_try <= :now
                            order by next_try, id limit 1 for update skip locked)
                        returning id, address, subject, plain, html, attempts
                        """)
                .param("now", Sql.at(now))
                .param("pause", FIRST_PAUSE.toSeconds())
                .query(Letter.class)
                .optional();
    }

    private void buryTheLate(LocalDate today) {
        bury("day < :today and sent_at is null and dead_at is null", "today", today);
    }

    private void bury(String which, String name, Object value) {
        jdbc.sql("""
                        with dead as (update notices.mail set dead_at = :now where %s returning id)
                        update notices.notice set mail_id = null where mail_id in (select id from dead)
                        """.formatted(which)).param("now", now()).param(name, value).update();
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    record Letter(UUID id, String address, String subject, String plain, String html, int attempts) {}
}
