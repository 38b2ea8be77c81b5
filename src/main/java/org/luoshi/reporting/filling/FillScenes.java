package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.TotalsReport;
import org.luoshi.reporting.totals.TotalsReports;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a report shows. */
@Component
@Transactional(readOnly = true)
public class FillScenes {

    private final TotalsReports reports;
    private final OwedRounds owed;
    private final ReportDrafts drafts;
    private final Senders senders;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    FillScenes(
            TotalsReports reports,
            OwedRounds owed,
            ReportDrafts drafts,
            Senders senders,
            OrganizationApi organization,
            ZoneId zone,
            Clock clock) {
        this.reports = reports;
        this.owed = owed;
        this.drafts = drafts;
        this.senders = senders;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) for those who do not report for this unit. */
    public FillScene of(OpenRound open, long place, Actor actor) {
        if (!senders.mayReport(actor, place)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        String address =
                "/reporting/fill/" + open.regime().key() + "/" + open.round().period() + "/" + place;
        return scene(open, address, reports.require(open, place, actor), senders.isOnBehalf(actor, place), false);
    }

    /** For the visitor of a link, to the unit that it opens. */
    public FillScene of(OpenRound open, String address, LinkVisit visit) {
        return scene(open, address, reports.of(open, visit.place()), false, true);
    }

    private FillScene scene(OpenRound open, String address, TotalsReport report, boolean onBehalf, boolean visitor) {
        long place = report.place().key();
        ReportDrafts.@Nullable Draft draft = drafts.find(open, place).orElse(null);
        boolean begun = !clock.instant()
                .isBefore(open.round().period().atStartOfDay(zone).toInstant());
        return new FillScene(
                open,
                address,
                report,
                owed.before(open, place),
                onBehalf,
                visitor,
                begun,
                draft,
                draft == null ? "" : name(draft.byId()),
                List.of(),
                false);
    }

    private String name(@Nullable UUID person) {
        return person == null
                ? ""
                : organization.person(person).map(Person::name).orElse("");
    }
}
