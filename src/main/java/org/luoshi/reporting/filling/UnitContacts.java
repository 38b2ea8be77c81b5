package org.luoshi.reporting.filling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps whom to call about a unit: told by the unit, its superior, the office, or whoever signs by a link. */
@Component
@Transactional
public class UnitContacts {

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final Senders senders;
    private final HistoryApi history;

    UnitContacts(JdbcClient jdbc, PlaceQueries places, Senders senders, HistoryApi history) {
        this.jdbc = jdbc;
        this.places = places;
        this.senders = senders;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public Optional<UnitContact> find(long place) {
        return jdbc.sql("select name, telephone from reporting.contact where place = :place")
                .param("place", place)
                .query(UnitContact.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Map<Long, UnitContact> of(Collection<Long> keys) {
        Map<Long, UnitContact> contacts = new HashMap<>();
        jdbc.sql("select place, name, telephone from reporting.contact where place = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query((row, index) -> contacts.put(
                        row.getLong("place"), new UnitContact(row.getString("name"), row.getString("telephone"))))
                .list();
        return contacts;
    }

    /** Refused (NOT_YOURS) for those who do not report for this unit. */
    public void change(long place, UnitContact contact, Actor actor) {
        if (!senders.mayReport(actor, place)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        note(places.require(place), contact, actor);
    }

    /** The history says that it changed and not to which number. */
    public void note(Place place, UnitContact contact, Actor actor) {
        int changed = jdbc.sql("""
                        insert into reporting.contact as c (place, name, telephone) values (:place, :name, :telephone)
                        on conflict (place) do update set name = excluded.name, telephone = excluded.telephone
                        where (c.name, c.telephone) is distinct from (excluded.name, excluded.telephone)
                        """)
                .param("place", place.key())
                .param("name", contact.name())
                .param("telephone", contact.telephone())
                .update();
        if (changed > 0) {
            history.record(
                    new HistoryFact(
                            place.unitId(),
                            "reporting.contact",
                            place.unitId(),
                            "changed",
                            Map.of("unit", place.name()),
                            null),
                    actor);
        }
    }
}
