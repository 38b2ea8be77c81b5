package org.luoshi.branch.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Fact;
import org.luoshi.branch.rules.Judge;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleSubject;
import org.springframework.stereotype.Component;

/** What the rules ask of a meeting itself: a theme beforehand, who chairs, study first, problems that became matters. What nobody noted is not held against it. */
@Component
class MeetingChecks {

    private final RuleBooks books;

    MeetingChecks(RuleBooks books) {
        this.books = books;
    }

    /** The rules that this meeting does not keep. */
    List<Rule> broken(
            Activity meeting, BranchRoll roll, LocalDate day, List<AgendaItem> agenda, List<Decision> decisions) {
        Map<Fact, Boolean> facts = facts(meeting, roll, day, agenda, decisions);
        return books.current().on(day).stream()
                .filter(rule -> rule.subject() == RuleSubject.MEETING)
                .filter(rule -> rule.demand() instanceof Demand.Check check
                        && Judge.check(check, facts) == Judge.Finding.BREACHED)
                .toList();
    }

    private static Map<Fact, Boolean> facts(
            Activity meeting, BranchRoll roll, LocalDate day, List<AgendaItem> agenda, List<Decision> decisions) {
        Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        if (is(meeting, ActivityKind.THEME_DAY)) {
            Instant since = meeting.themeSince();
            facts.put(Fact.HAS_THEME_BEFORE_START, since != null && !since.isAfter(meeting.startsAt()));
        }
        UUID chair = meeting.chairId();
        if (chair != null && isMeeting(meeting)) {
            facts.put(
                    Fact.CHAIR_IS_ALLOWED_OR_DELEGATED,
                    mayChair(meeting, roll, day, chair) || meeting.delegation() != null);
        }
        if (!agenda.isEmpty()
                && (is(meeting, ActivityKind.MEMBERS_MEETING) || is(meeting, ActivityKind.COMMITTEE_MEETING))) {
            facts.put(Fact.FIRST_ITEM_IS_STUDY, agenda.get(0).firstItem());
        }
        if (is(meeting, ActivityKind.LIFE_MEETING) && meeting.state() == ActivityState.RECORDED) {
            facts.put(
                    Fact.PROBLEMS_BECAME_ITEMS,
                    !decisions.isEmpty()
                            && decisions.stream().allMatch(one -> one.ownerId() != null && one.due() != null));
        }
        return facts;
    }

    /** The secretary and those on the committee; a group is chaired by its leader. */
    private static boolean mayChair(Activity meeting, BranchRoll roll, LocalDate day, UUID chair) {
        UUID group = meeting.groupId();
        return group == null
                ? roll.isOfficer(chair, day)
                : roll.leaderOn(group, day).filter(chair::equals).isPresent();
    }

    private static boolean isMeeting(Activity meeting) {
        return is(meeting, ActivityKind.MEMBERS_MEETING)
                || is(meeting, ActivityKind.COMMITTEE_MEETING)
                || is(meeting, ActivityKind.GROUP_MEETING);
    }

    private static boolean is(Activity meeting, ActivityKind kind) {
        return meeting.kinds().contains(kind.name());
    }
}
