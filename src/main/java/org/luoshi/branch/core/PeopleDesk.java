package org.luoshi.branch.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Lays what a transfer or a recruit waits for on the desk of the branch's secretary; where there is none, nobody is told. */
@Component
class PeopleDesk {

    private final ObligationsApi obligations;
    private final WorktimeApi worktime;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    PeopleDesk(ObligationsApi obligations, WorktimeApi worktime, Texts texts, Clock clock, ZoneId zone) {
        this.obligations = obligations;
        this.worktime = worktime;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** What waits, for what and until when. */
    record Waiting(
            UUID id,
            String sourceKind,
            String kindKey,
            String title,
            String href,
            @Nullable LocalDate due) {}

    /** Telling it twice changes nothing; where the secretary has changed since, it goes to the new one. */
    void owe(BranchRoll roll, Waiting waiting) {
        UUID secretary = roll.secretaryOn(LocalDate.now(clock.withZone(zone))).orElse(null);
        if (secretary == null) {
            return;
        }
        obligations.owe(new NewObligation(
                waiting.id(),
                waiting.sourceKind(),
                roll.branch().id(),
                roll.branch().unitId(),
                null,
                secretary,
                waiting.kindKey(),
                waiting.title(),
                waiting.href(),
                due(waiting.due())));
        for (Obligation known : obligations.find(List.of(waiting.id()))) {
            if (!Objects.equals(known.personId(), secretary)) {
                obligations.handTo(waiting.id(), roll.branch().unitId(), secretary);
            }
        }
    }

    void met(UUID id, String activityKind, UUID activityId, Actor by) {
        if (!obligations.find(List.of(id)).isEmpty()) {
            obligations.meet(List.of(id), activityKind, activityId, clock.instant(), by);
        }
    }

    void release(UUID id) {
        if (!obligations.find(List.of(id)).isEmpty()) {
            obligations.release(id, texts.get(Texts.SIMPLIFIED, "branch.duty.no-longer-asked"));
        }
    }

    private @Nullable Instant due(@Nullable LocalDate day) {
        return day == null ? null : worktime.endOf(day, clock.instant()).due();
    }
}
