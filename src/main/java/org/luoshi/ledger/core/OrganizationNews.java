package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.organization.UnitMerged;
import org.luoshi.worktime.CalendarChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** News from below: units that merge, people that come and go, calendars that change. Each may be heard twice. */
@Component
class OrganizationNews {

    private final Successions successions;
    private final CalendarNews calendarNews;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    OrganizationNews(
            Successions successions,
            CalendarNews calendarNews,
            OrganizationApi organization,
            ZoneId zone,
            Clock clock) {
        this.successions = successions;
        this.calendarNews = calendarNews;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(UnitMerged merged) {
        successions.unitMerged(merged.unitId(), merged.intoId());
    }

    @ApplicationModuleListener
    void on(PostHandedOver handedOver) {
        UUID to = handedOver.toPersonId();
        if (to != null) {
            successions.officerChanged(handedOver.postId(), to);
        }
        UUID leaver = handedOver.fromPersonId();
        if (leaver != null) {
            organization.post(handedOver.postId()).ifPresent(post -> {
                if (!holdsAPostIn(post.unitId(), leaver)) {
                    successions.handlerLeft(post.unitId(), leaver, to);
                }
            });
        }
    }

    @ApplicationModuleListener
    void on(CalendarChanged changed) {
        calendarNews.deriveAnew();
    }

    private boolean holdsAPostIn(UUID unitId, UUID personId) {
        return organization.postsHeldBy(personId, LocalDate.now(clock.withZone(zone))).stream()
                .anyMatch(post -> post.unitId().equals(unitId));
    }
}
