package org.luoshi.mailbox.core;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the mailbox every few minutes of the office's hours, on one server at a time and on a thread of its own. */
@Component
public class MailboxPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

    /** Kept on while reading; a server that dies keeps it no longer than this. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final int LONGEST_FAILURE = 300;

    private final MailboxSettings settings;
    private final ImapFolder folder;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            work -> {
                Thread made = new Thread(work, "mailbox");
                made.setDaemon(true);
                return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    MailboxPoller(
            MailboxSettings settings,
            ImapFolder folder,
            WorktimeApi worktime,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.settings = settings;
        this.folder = folder;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(fixedDelayString = "${luoshi.mailbox.every:PT5M}", initialDelayString = "${luoshi.mailbox.every:PT5M}")
    void tick() {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (settings.enabled() && settings.isOpen(now.toLocalTime()) && worktime.isWorkingDay(now.toLocalDate())) {
            thread.execute(this::readNow);
        }
    }

    /** In the background, whatever the hour; nothing where it is being read already. */
    public void readSoon(Actor actor) {
        if (!actor.has(Role.SYSTEM_ADMINISTRATOR)) {
            throw MailboxError.NOT_YOURS.plain();
        }
        thread.execute(this::readNow);
    }

    /** False when another server is reading just now. */
    public boolean readNow() {
        if (!settings.enabled() || !begin()) {
            return false;
        }
        String failure = null;
        try {
            folder.read(this::keepOn);
        } catch (MessagingException e) {
            LOG.warn("The mailbox could not be read", e);
            failure = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The mailbox could not be read", e);
            failure = String.valueOf(e.getMessage());
        } finally {
            end(failure);
        }
        return true;
    }

    private boolean begin() {
        Instant now = clock.instant();
        return jdbc.sql("update mailbox.reading set busy_until = :until, began_at = :now where busy_until <= :now")
                        .param("now", Sql.at(now))
                        .param("until", Sql.at(now.plus(KEPT)))
                        .update()
                == 1;
    }

    private void keepOn() {
        jdbc.sql("update mailbox.reading set busy_until = :until")
                .param("until", Sql.at(clock.instant().plus(KEPT)))
                .update();
    }

    private void end(@Nullable String failure) {
        String told = failure == null || failure.length() <= LONGEST_FAILURE
                ? failure
                : failure.substring(0, LONGEST_FAILURE);
        jdbc.sql("update mailbox.reading set busy_until = :now, ended_at = :now, failure = :failure")
                .param("now", Sql.at(clock.instant()))
                .param("failure", told == null ? null : told.replace("\0", ""))
                .update();
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
