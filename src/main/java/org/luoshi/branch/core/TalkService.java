package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.DAY_AHEAD;
import static org.luoshi.branch.core.BranchError.NOT_A_MEMBER;
import static org.luoshi.branch.core.BranchError.NOT_YOURS;
import static org.luoshi.branch.core.BranchError.TALK_OF_TWO;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.branch.rules.Demand.Relation;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Heart-to-heart talks (谈心谈话). That two people talked on a day counts for both (P-32: per person and relation, never per pair); what they said is
 * written only if they wish, and only the two can read it.
 */
@Service
@Transactional
public class TalkService {

    private final ActivityStore store;
    private final BranchRights rights;
    private final DutyService duties;
    private final FilesApi files;
    private final HistoryApi history;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    TalkService(
            ActivityStore store,
            BranchRights rights,
            DutyService duties,
            FilesApi files,
            HistoryApi history,
            Texts texts,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.rights = rights;
        this.duties = duties;
        this.files = files;
        this.history = history;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Notes that two people talked: by one of them, or by the keeper of the branch for two others, who then can write no words.
     *
     * @param words only the two will read them; may be empty
     */
    public UUID talk(UUID branchId, UUID one, UUID other, LocalDate day, String words, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        boolean isOneOfThem = actor.personId().equals(one) || actor.personId().equals(other);
        if (!isOneOfThem && !rights.isKeeper(roll, actor)) {
            throw NOT_YOURS.plain();
        }
        if (one.equals(other)) {
            throw TALK_OF_TWO.plain();
        }
        if (day.isAfter(LocalDate.now(clock.withZone(zone)))) {
            throw DAY_AHEAD.with(Map.of("date", day));
        }
        if (!roll.holds(one, day) || !roll.holds(other, day)) {
            throw NOT_A_MEMBER.plain();
        }
        files.requireUnmarked(words);
        Instant now = clock.instant();
        Activity talk = new Activity(
                TimeOrderedIds.next(clock),
                1,
                branchId,
                null,
                List.of(ActivityKind.TALK.name()),
                texts.get(Texts.SIMPLIFIED, "branch.kind.TALK"),
                ActivityState.RECORDED,
                day.atTime(LocalTime.NOON).atZone(zone).toInstant(),
                null,
                "",
                "",
                null,
                null,
                null,
                relation(roll, one, other, day).name(),
                BigDecimal.ZERO,
                "",
                null,
                day,
                now,
                actor.personId(),
                now,
                actor.personId(),
                null,
                0,
                now);
        store.insert(talk);
        store.participants(
                talk.id(),
                List.of(
                        new Participant(one, Presence.PRESENT, false, null),
                        new Participant(other, Presence.PRESENT, false, null)));
        if (isOneOfThem && !words.isBlank()) {
            store.words(talk.id(), words.strip());
        }
        history.record(
                new HistoryFact(
                        branchId, "branch.activity", talk.id(), "talked", Map.of("one", one, "other", other), null),
                actor);
        duties.refresh(branchId, day.getYear());
        return talk.id();
    }

    /** What the two wrote down, for one of the two. */
    @Transactional(readOnly = true)
    public String words(UUID talkId, Actor actor) {
        return store.words(talkId, actor.personId()).orElse("");
    }

    private static Relation relation(BranchRoll roll, UUID one, UUID other, LocalDate day) {
        boolean first = roll.isOfficer(one, day);
        boolean second = roll.isOfficer(other, day);
        if (first && second) {
            return Relation.COMMITTEE_COMMITTEE;
        }
        return first || second ? Relation.COMMITTEE_MEMBER : Relation.MEMBER_MEMBER;
    }
}
