package org.luoshi.reporting.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.stereotype.Component;

/** Who may report for whom and who sees what: one's own unit and everything below it; the office sees and may enter all. */
@Component
public class Senders {

    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER);
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTING_LEADER, Role.LEADERS_SECRETARY, Role.AUDITOR);
    private static final Set<Role> REPORTERS = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD, Role.HANDLER);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final PlaceQueries places;
    private final Clock clock;
    private final Map<Set<UUID>, Kept> kept = new ConcurrentHashMap<>();

    Senders(PlaceQueries places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** Registers, watches and answers for the whole. */
    public boolean isOffice(Actor actor) {
        return actor.hasAny(OFFICE);
    }

    public boolean readsAll(Actor actor) {
        return isOffice(actor) || actor.hasAny(READERS);
    }

    /** The places that this person reports for, without those below; asked for each report, so kept for a few seconds. */
    public List<Place> ownPlaces(Actor actor) {
        Set<UUID> units = new LinkedHashSet<>();
        for (Seat seat : actor.seats()) {
            if (seat.roles().stream().anyMatch(REPORTERS::contains)) {
                units.add(seat.unitId());
            }
        }
        if (units.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Kept known = kept.get(units);
        if (known == null || now.isBefore(known.since) || now.isAfter(known.since.plus(KEPT))) {
            known = new Kept(places.ofUnits(units), now);
            kept.put(units, known);
        }
        return known.places;
    }

    /** To be called by whatever changes places. */
    void forget() {
        kept.clear();
    }

    public boolean mayReport(Actor actor, long place) {
        return isOffice(actor) || isBelow(actor, place);
    }

    /** Refused (NOT_YOURS) for who reports for nobody at all. */
    public void requireSender(Actor actor) {
        if (!isOffice(actor) && ownPlaces(actor).isEmpty()) {
            throw ReportingError.NOT_YOURS.plain();
        }
    }

    /** Whether the report is sent for somebody else: not by the unit itself. */
    public boolean isOnBehalf(Actor actor, long place) {
        return ownPlaces(actor).stream().noneMatch(own -> own.key() == place);
    }

    /** Own place or anything below it; the office, leaders and auditors see all. */
    public boolean maySee(Actor actor, long place) {
        return readsAll(actor) || isBelow(actor, place);
    }

    public void requireSight(Actor actor, long place) {
        if (!maySee(actor, place)) {
            throw ReportingError.NOT_YOURS.plain();
        }
    }

    private boolean isBelow(Actor actor, long place) {
        return ownPlaces(actor).stream().anyMatch(own -> PlaceKey.contains(own.key(), place));
    }

    private record Kept(List<Place> places, Instant since) {}
}
