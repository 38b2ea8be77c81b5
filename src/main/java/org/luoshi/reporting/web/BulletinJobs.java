package org.luoshi.reporting.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinError;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Adds a round up as of a batch: at once where it is small, as work in the background where it is large. */
@Component
class BulletinJobs {

    private static final int AT_ONCE = 50_000;

    private final BulletinService service;
    private final TotalsQueries totals;
    private final Senders senders;
    private final JobsApi jobs;

    BulletinJobs(BulletinService service, TotalsQueries totals, Senders senders, JobsApi jobs) {
        this.service = service;
        this.totals = totals;
        this.senders = senders;
        this.jobs = jobs;
    }

    /** The address where the bulletin, or the work on it, is. */
    String draw(OpenRound open, long node, String title, Actor actor) {
        if (!senders.isOffice(actor)) {
            throw BulletinError.NOT_YOURS.plain();
        }
        if (totals.total(open, node).owed() <= AT_ONCE) {
            return address(
                    open.regime().key(), service.draw(open, node, title, actor).id());
        }
        UUID job = jobs.start(
                "reporting-bulletin",
                Map.of(
                        "title",
                        open.regime().title(),
                        "period",
                        open.round().period().toString()),
                actor,
                progress -> {
                    Bulletin drawn = service.draw(open, node, title, actor);
                    return new JobOutcome(
                            "reporting.bulletin.drawn",
                            Map.of("number", Integer.toString(drawn.number())),
                            address(open.regime().key(), drawn.id()),
                            null);
                });
        return "/jobs/" + job;
    }

    /** The address that says whether the figures are the same. */
    String check(UUID regime, Bulletin bulletin, Actor actor) {
        String address = address(regime, bulletin.id());
        if (bulletin.content().all().owed() <= AT_ONCE) {
            return address + "?same=" + service.isReproduced(bulletin);
        }
        UUID job = jobs.start(
                "reporting-bulletin-check",
                Map.of("title", bulletin.title()),
                actor,
                progress -> new JobOutcome(
                        service.isReproduced(bulletin) ? "reporting.bulletin.same" : "reporting.bulletin.differs",
                        Map.of(),
                        address,
                        null));
        return "/jobs/" + job;
    }

    private static String address(UUID regime, UUID bulletin) {
        return "/reporting/bulletins/" + regime + "/" + bulletin;
    }
}
