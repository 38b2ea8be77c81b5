package org.luoshi.obligations.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.organization.UnitMerged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Moves open work when the organization changes. What is owed by unit and role needs nothing when a person changes; only matters of
 * one person do. Both listeners may hear the same event twice.
 */
@Component
class WorkFollowsThePost {

    private final ObligationService service;
    private final OrganizationApi organization;
    private final Clock clock;
    private final ZoneId zone;

    WorkFollowsThePost(ObligationService service, OrganizationApi organization, Clock clock, ZoneId zone) {
        this.service = service;
        this.organization = organization;
        this.clock = clock;
        this.zone = zone;
    }

    @ApplicationModuleListener
    void on(UnitMerged merged) {
        service.unitMerged(merged.unitId(), merged.intoId());
    }

    @ApplicationModuleListener
    void on(PostHandedOver handedOver) {
        UUID leaver = handedOver.fromPersonId();
        if (leaver == null) {
            return;
        }
        organization.post(handedOver.postId()).ifPresent(post -> {
            if (!holdsAPostIn(post.unitId(), leaver)) {
                service.personLeft(post.unitId(), leaver, handedOver.toPersonId());
            }
        });
    }

    /** Somebody with another post in the same unit is still there and keeps what is personally theirs. */
    private boolean holdsAPostIn(UUID unitId, UUID personId) {
        return organization.postsHeldBy(personId, LocalDate.now(clock.withZone(zone))).stream()
                .anyMatch(post -> post.unitId().equals(unitId));
    }
}
