package org.luoshi.reporting.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Who may review what: liaisons and heads of a unit what lies below it, the office everything; nobody the report of the own unit. */
@Component
public class ReviewLevels {

    private static final Set<Role> REVIEWERS = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final Senders senders;

    ReviewLevels(Senders senders) {
        this.senders = senders;
    }

    /** Whether this person reviews anything at or below the place. */
    public boolean reviews(Actor actor, long place) {
        return senders.isOffice(actor)
                || levels(actor).stream().anyMatch(level -> PlaceKey.contains(level.key(), place));
    }

    /** The level this person looks from at that unit's report, {@link PlaceKey#ALL} for the office. Refused: NOT_YOURS, OWN_REPORT. */
    long require(Actor actor, long place) {
        if (own(actor).contains(place)) {
            throw ReviewError.OWN_REPORT.plain();
        }
        return level(actor, place).orElseThrow(ReviewError.NOT_YOURS::plain);
    }

    /** The level this person looks from at everything below a place. Refused (NOT_YOURS) where there is none. */
    long requireOver(Actor actor, long node) {
        return level(actor, node).orElseThrow(ReviewError.NOT_YOURS::plain);
    }

    /** The places whose reports this person signs or answers for, and so does not review. */
    List<Long> own(Actor actor) {
        return senders.ownPlaces(actor).stream().map(Place::key).toList();
    }

    private Optional<Long> level(Actor actor, long place) {
        if (senders.isOffice(actor)) {
            return Optional.of(PlaceKey.ALL);
        }
        return levels(actor).stream()
                .map(Place::key)
                .filter(level -> PlaceKey.contains(level, place))
                .findFirst();
    }

    private List<Place> levels(Actor actor) {
        return senders.ownPlaces(actor).stream()
                .filter(place -> actor.seats().stream()
                        .anyMatch(seat -> seat.unitId().equals(place.unitId())
                                && seat.roles().stream().anyMatch(REVIEWERS::contains)))
                .toList();
    }
}
