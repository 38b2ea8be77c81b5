package org.luoshi.desk.core;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.desk.core.Desk.Day;
import org.luoshi.desk.core.Desk.Figures;
import org.luoshi.desk.core.Desk.Meeting;
import org.luoshi.desk.core.Desk.News;
import org.luoshi.desk.core.Desk.Reminding;
import org.luoshi.desk.core.Desk.Waiting;
import org.luoshi.desk.core.Desk.Work;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.notices.DigestPreview;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.DayLoad;
import org.luoshi.obligations.DueLight;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationFigures;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Puts the desk together from the rooms below, in the words of the reader's language. */
@Component
public class DeskQueries {

    private static final int WAITING = 50;
    private static final int NEWS = 5;
    private static final int DAYS = 14;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ObligationsApi obligations;
    private final NoticesApi notices;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final JobsApi jobs;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    DeskQueries(
            ObligationsApi obligations,
            NoticesApi notices,
            OrganizationApi organization,
            WorktimeApi worktime,
            JobsApi jobs,
            Clock clock) {
        this.obligations = obligations;
        this.notices = notices;
        this.organization = organization;
        this.worktime = worktime;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Desk desk(Page page) {
        Actor actor = page.actor();
        int untilSunday =
                DayOfWeek.SUNDAY.getValue() - page.today().getDayOfWeek().getValue();
        boolean coordinates = actor.roles().stream().anyMatch(role -> role.kind() == Role.Kind.OFFICE);
        List<Day> days = days(actor, page.today());
        return new Desk(
                !actor.seats().isEmpty(),
                waiting(page, actor),
                figures(obligations.figuresFor(actor, untilSunday)),
                days.get(0).count(),
                news(page, actor),
                notices.unread(actor.personId()),
                jobs.recentOf(actor).stream().map(job -> work(page, job)).toList(),
                days,
                meetings(page, actor),
                coordinates ? figures(obligations.figures(null, untilSunday)) : null,
                coordinates ? reminding() : null);
    }

    private List<Waiting> waiting(Page page, Actor actor) {
        List<Obligation> open = obligations.openFor(actor, WAITING);
        Set<UUID> named = open.stream().map(Obligation::unitId).collect(Collectors.toSet());
        Set<UUID> own = actor.seats().stream().map(Seat::unitId).collect(Collectors.toSet());
        if (own.size() == 1) {
            named.removeAll(own);
        }
        Map<UUID, Unit> units = organization.units(named);
        return open.stream()
                .map(obligation -> waiting(page, obligation, units.get(obligation.unitId())))
                .toList();
    }

    private static Waiting waiting(Page page, Obligation obligation, @Nullable Unit unit) {
        DueLight light = DueLight.of(page, obligation);
        return new Waiting(
                light.shape(),
                light.words(),
                page.tOrKey("obligations.kind." + obligation.kindKey()),
                obligation.title(),
                unit == null ? "" : unit.shortName(),
                obligation.href(),
                stepOf(page, obligation));
    }

    /** A kind of obligation may name its own first step; else it is simply handled. */
    private static String stepOf(Page page, Obligation obligation) {
        String key = "obligations.step." + obligation.kindKey();
        String own = page.tOrKey(key);
        return own.equals(key) ? page.t("desk.step") : own;
    }

    private List<News> news(Page page, Actor actor) {
        return notices.inbox(actor.personId(), NEWS).stream()
                .filter(notice -> notice.readAt() == null)
                .map(notice -> new News(
                        notices.text(notice, page),
                        notice.createdAt(),
                        notice.id().toString()))
                .toList();
    }

    private List<Meeting> meetings(Page page, Actor actor) {
        return notices.appointments(actor, page.today(), page.today().plusDays(DAYS - 1), page).stream()
                .map(entry -> new Meeting(
                        entry.start(), entry.summary(), entry.place() == null ? "" : entry.place(), entry.href()))
                .toList();
    }

    private static Work work(Page page, Job job) {
        String state = page.t("desk.job", job.state());
        String progress = job.state() == Job.State.RUNNING && job.total() > 0
                ? state + " " + job.done() + " / " + job.total()
                : state;
        return new Work(page.tOrKey("jobs.kind." + job.kindKey(), job.arguments()), progress, "/jobs/" + job.id());
    }

    private List<Day> days(Actor actor, LocalDate today) {
        Map<LocalDate, Integer> counts = obligations.loadFor(actor, today, today.plusDays(DAYS - 1)).stream()
                .collect(Collectors.toMap(DayLoad::day, DayLoad::count));
        return today.datesUntil(today.plusDays(DAYS))
                .map(day -> new Day(day, counts.getOrDefault(day, 0), !worktime.isWorkingDay(day)))
                .toList();
    }

    /**
     * A forecast for the next day, the same for everybody, that goes through all that falls due: with 10,000 items it takes most of a second.
     * One made a minute ago is as good; each node keeps its own.
     */
    private Reminding reminding() {
        Instant now = clock.instant();
        Kept known = kept;
        if (known == null
                || now.isBefore(known.since())
                || !now.isBefore(known.since().plus(KEPT))) {
            known = new Kept(forecast(), now);
            kept = known;
        }
        return known.reminding();
    }

    private Reminding forecast() {
        DigestPreview next = notices.preview();
        return new Reminding(
                next.at(),
                next.byMail(),
                next.units(),
                next.people(),
                next.lines().size());
    }

    private record Kept(Reminding reminding, Instant since) {}

    private static Figures figures(ObligationFigures figures) {
        return new Figures(figures.open(), figures.overdue(), figures.dueSoon());
    }
}
