package org.luoshi.ledger.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Some two hundred items with four months of past, each step of it taken by the invented people through the ledger's services. */
@Component
class InventedLedger implements DemonstrationPart {

    private static final int ORDER = 100;

    private final OrganizationApi organization;
    private final AccessApi access;
    private final WorktimeApi worktime;
    private final FilesApi files;
    private final NoticesApi notices;
    private final SourceService sources;
    private final ItemDrafting drafting;
    private final SupervisionService supervision;
    private final Deeds deeds;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    InventedLedger(
            OrganizationApi organization,
            AccessApi access,
            WorktimeApi worktime,
            FilesApi files,
            NoticesApi notices,
            SourceService sources,
            ItemDrafting drafting,
            SupervisionService supervision,
            Deeds deeds,
            JdbcClient jdbc,
            ZoneId zone) {
        this.organization = organization;
        this.access = access;
        this.worktime = worktime;
        this.files = files;
        this.notices = notices;
        this.sources = sources;
        this.drafting = drafting;
        this.supervision = supervision;
        this.deeds = deeds;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void make(Demonstration demonstration) {
        RandomGenerator random = demonstration.random();
        Agenda agenda = new Agenda(demonstration, worktime, zone, random);
        Cast cast = new Cast(organization, access, LocalDate.ofInstant(demonstration.now(), zone));
        Words words = new Words(random);
        Papers papers = new Papers(files, words, random);
        DailyReports reports = new DailyReports(jdbc, deeds, agenda, cast, words, random);
        Scene scene =
                new Scene(agenda, cast, deeds, words, papers, reports, sources, drafting, supervision, jdbc, random);
        List<Plan.SourcePlan> plans = Plan.read().sources().stream()
                .sorted(Comparator.comparingInt(Plan.SourcePlan::age).reversed())
                .toList();
        for (int i = 0; i < plans.size(); i++) {
            new SourceStory(scene, plans.get(i), i).schedule();
        }
        for (int day = -plans.get(0).age(); day <= 0; day++) {
            reports.on(day);
        }
        // What the people were told before is read by now: only the news of the last days waits.
        agenda.add(agenda.at(-1, LocalTime.NOON), () -> cast.everybody().forEach(notices::markAllRead));
        agenda.run();
    }
}
