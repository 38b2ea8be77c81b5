package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.Notice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.platform.Sql;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.luoshiui.Templates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one mail a person out of what is unread, once each working day at the digest hour; later that day when the house stood still. */
@Component
class Digest {

    /** What is older was in an earlier mail or is no news any more. */
    private static final Duration NEWS = Duration.ofDays(10);

    private static final int MOST_LINES = 50;

    private final JdbcClient jdbc;
    private final NoticeQueries notices;
    private final MailChoices choices;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final NoticeSettings settings;
    private final MailSettings mail;
    private final Pages pages;
    private final Templates templates;
    private final Clock clock;
    private final ZoneId zone;

    Digest(
            JdbcClient jdbc,
            NoticeQueries notices,
            MailChoices choices,
            OrganizationApi organization,
            WorktimeApi worktime,
            NoticeSettings settings,
            MailSettings mail,
            Pages pages,
            Templates templates,
            Clock clock,
            ZoneId zone) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.choices = choices;
        this.organization = organization;
        this.worktime = worktime;
        this.settings = settings;
        this.mail = mail;
        this.pages = pages;
        this.templates = templates;
        this.clock = clock;
        this.zone = zone;
    }

    /** The day's row is the guard: a second node, or a second tick, finds it and does nothing. */
    void composeIfDue() {
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalTime time = now.toLocalTime();
        boolean isHour = !time.isBefore(settings.digestAt()) && !settings.isQuiet(time);
        if (!mail.enabled() || !isHour || !worktime.isWorkingDay(now.toLocalDate()) || !isFirst(now.toLocalDate())) {
            return;
        }
        Map<UUID, List<Notice>> waiting = waiting();
        Map<UUID, Person> people = organization.people(waiting.keySet());
        Map<UUID, MailChoices.Choice> chosen = choices.of(waiting.keySet());
        int mails = 0;
        for (Map.Entry<UUID, List<Notice>> entry : waiting.entrySet()) {
            MailChoices.Choice choice = chosen.getOrDefault(entry.getKey(), MailChoices.Choice.USUAL);
            String address = addressOf(people.get(entry.getKey()));
            if (address != null && choice.wanted()) {
                write(entry.getKey(), address, entry.getValue(), choice.locale(), now.toLocalDate());
                mails++;
            }
        }
        jdbc.sql("update notices.digest set mails = :mails where day = :day")
                .param("mails", mails)
                .param("day", now.toLocalDate())
                .update();
    }

    private boolean isFirst(LocalDate day) {
        return jdbc.sql("""
                        insert into notices.digest (day, composed_at, mails) values (:day, :now, 0)
                        on conflict (day) do nothing
                        """)
                        .param("day", day)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    private Map<UUID, List<Notice>> waiting() {
        Map<UUID, List<Notice>> byPerson = new LinkedHashMap<>();
        jdbc.sql("""
                        select person_id, id, text_key, arguments, href, rule_key, created_at, read_at
                        from notices.notice
                        where read_at is null and mail_id is null and created_at > :since
                        order by person_id, created_at, id
                        """).param("since", Sql.at(clock.instant().minus(NEWS))).query(row -> {
            byPerson.computeIfAbsent(row.getObject("person_id", UUID.class), person -> new ArrayList<>())
                    .add(notices.notice(row, 0));
        });
        return byPerson;
    }

    private void write(UUID personId, String address, List<Notice> news, Locale language, LocalDate day) {
        Page page = pages.in(language);
        List<MailLine> lines = news.stream()
                .limit(MOST_LINES)
                .map(notice -> new MailLine(
                        NoticeTexts.text(page, notice), mail.link() + notice.href(), NoticeTexts.rule(page, notice)))
                .toList();
        int more = news.size() - lines.size();
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                        insert into notices.mail (id, person_id, day, address, subject, plain, html, lines, created_at,
                            attempts, next_try)
                        values (:id, :person, :day, :address, :subject, :plain, :html, :lines, :now, 0, :now)
                        """)
                .param("id", id)
                .param("person", personId)
                .param("day", day)
                .param("address", address)
                .param("subject", page.t("notices.mail.subject", "count", news.size(), "day", page.day(day)))
                .param("plain", plain(page, lines, more))
                .param(
                        "html",
                        templates.noticesMail(page, lines, more, mail.link()).render())
                .param("lines", news.size())
                .param("now", Sql.at(clock.instant()))
                .update();
        jdbc.sql("update notices.notice set mail_id = :mail where id = any(:ids)")
                .param("mail", id)
                .param("ids", Sql.ids(news.stream().map(Notice::id).toList()))
                .update();
    }

    private String plain(Page page, List<MailLine> lines, int more) {
        String body = lines.stream()
                .map(line -> line.text() + "\n  " + line.address() + "\n  " + page.t("notices.why", "rule", line.rule())
                        + "\n")
                .collect(Collectors.joining("\n"));
        return page.t("notices.mail.intro", "count", lines.size() + more) + "\n\n" + body
                + (more > 0 ? "\n" + page.t("notices.mail.more", "count", more) + "\n" : "")
                + "\n" + page.t("notices.mail.foot") + "\n" + mail.link() + "/notices\n";
    }

    private static @Nullable String addressOf(@Nullable Person person) {
        String email = person == null ? null : person.email();
        return email == null || email.isBlank() ? null : email;
    }
}
