package org.luoshi.meetings.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.meetings.core.KindLimits;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingRuleChecks;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MergeHints;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Gathers what stands on the page of a meeting. */
@Component
class MeetingSheets {

    private static final int PAST = 60;
    private static final int NEAR_DAYS = 7;

    private final MeetingQueries queries;
    private final MeetingKinds kinds;
    private final MeetingRuleChecks checks;
    private final KindLimits limits;
    private final MergeHints hints;
    private final List<MeetingCardSource> cards;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final ZoneId zone;

    MeetingSheets(
            MeetingQueries queries,
            MeetingKinds kinds,
            MeetingRuleChecks checks,
            KindLimits limits,
            MergeHints hints,
            List<MeetingCardSource> cards,
            OrganizationApi organization,
            HistoryApi history,
            ZoneId zone) {
        this.queries = queries;
        this.kinds = kinds;
        this.checks = checks;
        this.limits = limits;
        this.hints = hints;
        this.cards = List.copyOf(cards);
        this.organization = organization;
        this.history = history;
        this.zone = zone;
    }

    MeetingSheet sheet(UUID id, Page page, Actor viewer) {
        Meeting meeting = queries.require(id, viewer);
        boolean prepares = MeetingRights.mayPrepare(meeting, viewer);
        boolean insider = prepares || MeetingRights.seesAll(viewer);
        return new MeetingSheet(
                meeting,
                kind(meeting.kind()),
                organization.unit(meeting.unitId()).map(Unit::shortName).orElse(""),
                queries.names(List.of(meeting)),
                insider ? checks.of(meeting) : List.of(),
                insider ? limits.of(meeting, page) : List.of(),
                insider && meeting.state().isOpen() ? hints.of(meeting, viewer) : List.of(),
                prepares && meeting.state() == MeetingState.PLANNED ? mergeable(meeting, viewer) : List.of(),
                meeting.mergedInto() == null ? null : queries.require(meeting.mergedInto(), viewer),
                cardsOf(meeting, viewer, page),
                insider ? MeetingPast.of(history.of(id, PAST), page) : List.of(),
                prepares,
                MeetingRights.approves(viewer) && !viewer.personId().equals(meeting.submittedBy()));
    }

    MeetingKind kind(String code) {
        return kinds.find(code).orElse(new MeetingKind(code, code, false, null, null, 99, true));
    }

    Map<String, MeetingKind> kinds() {
        return kinds.byCode();
    }

    private List<Meeting> mergeable(Meeting meeting, Actor viewer) {
        return queries
                .between(
                        meeting.day(zone).minusDays(NEAR_DAYS),
                        meeting.day(zone).plusDays(NEAR_DAYS),
                        viewer)
                .stream()
                .filter(other -> other.state() == MeetingState.PLANNED && !Objects.equals(other.id(), meeting.id()))
                .limit(30)
                .toList();
    }

    private List<MeetingCard> cardsOf(Meeting meeting, Actor viewer, Page page) {
        return cards.stream()
                .flatMap(source -> source.cardsFor(meeting, viewer, page).stream())
                .sorted(Comparator.comparingInt(MeetingCard::order))
                .toList();
    }
}
