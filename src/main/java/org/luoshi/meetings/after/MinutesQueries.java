package org.luoshi.meetings.after;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.figures.CarriedOut;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads minutes, and where the matters stand that came of them. */
@Component
@Transactional(readOnly = true)
public class MinutesQueries implements CarriedOut {

    private final MinutesStore store;
    private final MeetingRights rights;
    private final Attendees attendees;
    private final LedgerApi ledger;
    private final OrganizationApi organization;
    private final ZoneId zone;

    MinutesQueries(
            MinutesStore store,
            MeetingRights rights,
            Attendees attendees,
            LedgerApi ledger,
            OrganizationApi organization,
            ZoneId zone) {
        this.store = store;
        this.rights = rights;
        this.attendees = attendees;
        this.ledger = ledger;
        this.organization = organization;
        this.zone = zone;
    }

    public MinutesView of(UUID meetingId, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        boolean prepares = MeetingRights.mayPrepare(meeting, viewer);
        boolean keeper = prepares && meeting.isOpenFor(MeetingStep.RECORD);
        boolean entitled = viewer.personId().equals(meeting.chairId()) || MeetingRights.approves(viewer);
        List<Circulated> all = store.circulated(meetingId);
        boolean asked = all.stream().anyMatch(one -> one.personId().equals(viewer.personId()));
        boolean insider = prepares || entitled || asked || MeetingRights.seesAll(viewer);
        Minutes minutes = store.find(meetingId)
                .filter(one -> insider || one.signedAt() != null)
                .orElse(null);
        List<MeetingDecision> decisions = minutes == null ? List.of() : store.decisions(meetingId);
        List<MinutesText> texts = prepares ? store.texts(meetingId) : List.of();
        List<Circulated> circulated = insider ? all : List.of();
        return new MinutesView(
                meeting,
                minutes,
                decisions,
                circulated,
                attendees.of(meetingId).stream().map(Attendee::name).collect(Collectors.joining("、")),
                standings(decisions, viewer),
                unitNames(decisions),
                personNames(meeting, minutes, circulated, texts),
                keeper,
                entitled
                        && minutes != null
                        && minutes.signedAt() == null
                        && !store.writers(meetingId).contains(viewer.personId()),
                minutes != null
                        && circulated.stream()
                                .anyMatch(one -> one.personId().equals(viewer.personId())
                                        && one.agreed() == null
                                        && one.textVersion() == minutes.textVersion()),
                changed(minutes, viewer, all),
                texts);
    }

    /** What is new in the text since the viewer answered; empty for who is not asked again. */
    private List<String> changed(@Nullable Minutes minutes, Actor viewer, List<Circulated> circulated) {
        Integer answered = circulated.stream()
                .filter(one -> one.personId().equals(viewer.personId()) && one.isAskedAgain())
                .map(Circulated::answeredText)
                .findFirst()
                .orElse(null);
        if (minutes == null || answered == null) {
            return List.of();
        }
        List<MinutesText> texts = store.texts(minutes.meetingId());
        Set<String> known = new HashSet<>(lines(texts, answered));
        return lines(texts, minutes.textVersion()).stream()
                .filter(line -> !known.contains(line))
                .toList();
    }

    private static List<String> lines(List<MinutesText> texts, int textVersion) {
        return texts.stream()
                .filter(text -> text.textVersion() == textVersion)
                .findFirst()
                .map(text -> text.content().lines().map(String::strip).toList())
                .orElse(List.of());
    }

    private Map<UUID, ItemStanding> standings(List<MeetingDecision> decisions, Actor viewer) {
        List<UUID> items = decisions.stream()
                .map(MeetingDecision::itemId)
                .filter(Objects::nonNull)
                .toList();
        return ledger.standings(items, viewer).stream()
                .collect(Collectors.toMap(ItemStanding::id, Function.identity()));
    }

    private Map<UUID, String> unitNames(List<MeetingDecision> decisions) {
        Set<UUID> ids = new LinkedHashSet<>();
        decisions.forEach(decision -> {
            if (decision.leadUnit() != null) {
                ids.add(decision.leadUnit());
            }
            ids.addAll(decision.coUnits());
        });
        Map<UUID, String> names = new HashMap<>();
        organization.units(ids).values().forEach((Unit unit) -> names.put(unit.id(), unit.shortName()));
        return names;
    }

    private Map<UUID, String> personNames(
            Meeting meeting,
            @Nullable Minutes minutes,
            Collection<Circulated> circulated,
            Collection<MinutesText> texts) {
        List<UUID> ids =
                new ArrayList<>(circulated.stream().map(Circulated::personId).toList());
        texts.forEach(text -> ids.add(text.writerId()));
        Stream.of(
                        meeting.chairId(),
                        minutes == null ? null : minutes.writerId(),
                        minutes == null ? null : minutes.signedBy())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return organization.people(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    @Override
    public Share between(LocalDate from, LocalDate to, Actor viewer) {
        List<UUID> items = store.itemsBetween(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        List<ItemStanding> standings = ledger.standings(items, viewer);
        return new Share(standings.size(), (int)
                standings.stream().filter(ItemStanding::done).count());
    }
}
