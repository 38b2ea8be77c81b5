package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.luoshi.access.AccessApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Service;

/** What somebody without account may do who has a link: see what the own unit owes, and report it under name and telephone. */
@Service
public class LinkVisits {

    private final ReportLinks links;
    private final OwedRounds owed;
    private final OpenRounds rounds;
    private final FillingService filling;
    private final UnitContacts contacts;
    private final AccessApi access;
    private final ZoneId zone;
    private final Clock clock;

    LinkVisits(
            ReportLinks links,
            OwedRounds owed,
            OpenRounds rounds,
            FillingService filling,
            UnitContacts contacts,
            AccessApi access,
            ZoneId zone,
            Clock clock) {
        this.links = links;
        this.owed = owed;
        this.rounds = rounds;
        this.filling = filling;
        this.contacts = contacts;
        this.access = access;
        this.zone = zone;
        this.clock = clock;
    }

    /** As {@link ReportLinks#open}; words that open nothing are counted by network address. */
    public LinkVisit open(String word, String address) {
        try {
            return links.open(word);
        } catch (BusinessException refusal) {
            if (refusal.error() == LinkError.UNKNOWN && !access.countWrongWord(address)) {
                throw LinkError.TOO_MANY_TRIES.plain();
            }
            throw refusal;
        }
    }

    public List<OwedRound> owed(LinkVisit visit) {
        return owed.of(visit.regime(), visit.place(), LocalDate.now(clock.withZone(zone)));
    }

    /** One of the last rounds; what is older is corrected by those above. */
    public OpenRound require(LinkVisit visit, LocalDate period) {
        if (!owed.isRecent(visit.regime(), period, LocalDate.now(clock.withZone(zone)))) {
            throw LinkError.PERIOD_CLOSED.with(
                    Map.of("unit", visit.place().name(), "title", visit.regime().title(), "period", period));
        }
        return rounds.require(visit.regime().key(), period);
    }

    /** Name and telephone are what a visitor signs with; they become the contact of the unit when the report is taken. */
    public Receipt send(LinkVisit visit, OpenRound open, TypedReport typed) {
        UnitContact contact = UnitContact.typed(typed.at("signer"), "signer", typed.at("telephone"));
        Receipt receipt = filling.send(open, visit.place().key(), typed, null, Channel.LINK);
        contacts.note(visit.place(), contact, Actor.system());
        return receipt;
    }

    /** What was signed with the last time, to be confirmed. */
    public Map<String, String> signature(LinkVisit visit) {
        return contacts.find(visit.place().key())
                .map(contact -> Map.of("signer", contact.name(), "telephone", contact.telephone()))
                .orElse(Map.of());
    }
}
