package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is left of a regime, for those who see the whole. */
@Component
@Transactional(readOnly = true)
public class EndingQueries {

    /** Above so many reports the personal values are not counted while somebody waits. */
    private static final long MOST_COUNTED = 500_000;

    private final EndingStore store;
    private final RegimeQueries regimes;
    private final Senders senders;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    EndingQueries(
            EndingStore store,
            RegimeQueries regimes,
            Senders senders,
            OrganizationApi organization,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.regimes = regimes;
        this.senders = senders;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) for those who do not see the whole. */
    public EndingView view(UUID key, Actor actor) {
        if (!senders.readsAll(actor)) {
            throw EndingError.NOT_YOURS.plain();
        }
        Regime regime = regimes.require(key);
        Ending ending = store.ending(regime.id());
        List<EndingView.Period> periods = store.periods(regime);
        boolean counted =
                periods.stream().mapToLong(EndingView.Period::reported).sum() <= MOST_COUNTED;
        LocalDate eraseOn = eraseOn(regime);
        return new EndingView(
                regime,
                regime.state(today()),
                eraseOn,
                periods,
                personal(regime, counted),
                counted,
                store.count("draft", regime.id()),
                store.count("link", regime.id()) + store.count("offline_file", regime.id()),
                store.contacts(regime.id()),
                extensions(regime),
                ending,
                name(ending.askedBy()),
                name(ending.confirmedBy()),
                senders.isOffice(actor),
                !actor.personId().equals(ending.askedBy()),
                !today().isBefore(eraseOn));
    }

    /** The end, the days of grace, and what was added with a reason. */
    LocalDate eraseOn(Regime regime) {
        int added = store.retention(regime.id()).stream()
                .mapToInt(EndingStore.Kept::days)
                .sum();
        return regime.end().plusDays((long) regime.graceDays() + added);
    }

    private List<EndingView.Personal> personal(Regime regime, boolean counted) {
        return store.personalFields(regime.id()).stream()
                .map(field -> new EndingView.Personal(
                        field.code(),
                        field.name(),
                        counted ? store.values(regime.id(), regime.firstDay(), regime.end(), field.code()) : 0))
                .toList();
    }

    private List<EndingView.Extension> extensions(Regime regime) {
        List<EndingStore.Kept> kept = store.retention(regime.id());
        Map<UUID, String> names =
                organization.people(kept.stream().map(EndingStore.Kept::by).toList()).values().stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        return kept.stream()
                .map(one ->
                        new EndingView.Extension(one.days(), one.reason(), names.getOrDefault(one.by(), ""), one.at()))
                .toList();
    }

    private @Nullable String name(@Nullable UUID personId) {
        if (personId == null) {
            return null;
        }
        Person person = organization.people(List.of(personId)).get(personId);
        return person == null ? "" : person.name();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    boolean hasEnded(Regime regime) {
        return regime.state(today()) == RegimeState.ENDED;
    }
}
