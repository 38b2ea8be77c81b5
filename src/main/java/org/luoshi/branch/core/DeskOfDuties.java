package org.luoshi.branch.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.DutyStore.Kept;
import org.luoshi.branch.core.DutyStore.OnDesk;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.Strength;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/**
 * Tells the spine what of branch life lies on whose desk, and no more than helps: a duty comes in its last three months, and one that a rule asks
 * only "generally" goes again a month after its end. What only informs never comes.
 */
@Component
class DeskOfDuties {

    /** The source kind of branch duties in the spine. */
    static final String SOURCE = "branch.duty";

    private static final int DAYS_AHEAD = 91;
    private static final int DAYS_AFTER = 31;

    private final ObligationsApi obligations;
    private final WorktimeApi worktime;
    private final DutyStore store;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    DeskOfDuties(
            ObligationsApi obligations, WorktimeApi worktime, DutyStore store, Texts texts, Clock clock, ZoneId zone) {
        this.obligations = obligations;
        this.worktime = worktime;
        this.store = store;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** Brings the spine up to what is now known of this duty; telling it twice changes nothing. */
    void tell(Kept kept, @Nullable UUID ownerBefore, Rule rule, Branch branch) {
        Duty duty = kept.duty();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        OnDesk wanted = wanted(duty, rule, today);
        if (wanted == OnDesk.OPEN && kept.onDesk() == OnDesk.NO) {
            owe(duty, rule, branch);
        } else if (wanted == OnDesk.OPEN && kept.onDesk() != OnDesk.OPEN) {
            obligations.reopen(duty.id(), due(duty), texts.get(Texts.SIMPLIFIED, "branch.duty.reopened"));
        } else if (wanted == OnDesk.OPEN && !Objects.equals(ownerBefore, duty.ownerId())) {
            obligations.handTo(duty.id(), branch.unitId(), duty.ownerId());
        }
        if (wanted != kept.onDesk() && kept.onDesk() != OnDesk.NO) {
            end(duty, wanted);
        }
        OnDesk told = kept.onDesk() == OnDesk.NO && wanted != OnDesk.OPEN ? OnDesk.NO : wanted;
        if (told != kept.onDesk()) {
            store.onDesk(duty.id(), told);
        }
    }

    private void end(Duty duty, OnDesk wanted) {
        switch (wanted) {
            case MET ->
                obligations.meet(
                        List.of(duty.id()),
                        "branch.activity",
                        duty.activities().isEmpty() ? duty.id() : last(duty.activities()),
                        noon(Objects.requireNonNull(duty.metOn())),
                        Actor.system());
            case EXCUSED -> obligations.excuse(duty.id(), String.valueOf(duty.excuse()));
            case RELEASED -> obligations.release(duty.id(), texts.get(Texts.SIMPLIFIED, "branch.duty.no-longer-asked"));
            case OPEN, NO -> {
                // Nothing ends.
            }
        }
    }

    /** Takes what is no longer a duty from the desk. */
    void forget(Kept kept) {
        if (kept.onDesk() == OnDesk.OPEN) {
            end(kept.duty(), OnDesk.RELEASED);
        }
    }

    private static OnDesk wanted(Duty duty, Rule rule, LocalDate today) {
        DutyState state = duty.state(today);
        return switch (state) {
            case MET, MET_LATE -> OnDesk.MET;
            case EXCUSED -> OnDesk.EXCUSED;
            case NOT_APPLICABLE -> OnDesk.RELEASED;
            case OPEN, OVERDUE -> isTime(duty, rule, today) ? OnDesk.OPEN : OnDesk.RELEASED;
        };
    }

    /** True while it helps to be told: from three months before its end, and where a rule does not say must, until a month after. */
    static boolean isTime(Duty duty, Rule rule, LocalDate today) {
        LocalDate early = duty.toDay().minusDays(DAYS_AHEAD);
        LocalDate from = early.isAfter(duty.fromDay()) ? early : duty.fromDay();
        boolean over =
                rule.strength() != Strength.MUST && today.isAfter(duty.toDay().plusDays(DAYS_AFTER));
        return rule.strength() != Strength.INFORM && duty.ownerId() != null && !today.isBefore(from) && !over;
    }

    private void owe(Duty duty, Rule rule, Branch branch) {
        obligations.owe(new NewObligation(
                duty.id(),
                SOURCE,
                branch.id(),
                branch.unitId(),
                null,
                duty.ownerId(),
                "branch-duty",
                rule.text("zh") + "　" + Periods.words(texts, Texts.SIMPLIFIED, duty.period()),
                "/branch-duties/" + duty.id(),
                due(duty)));
    }

    private Instant due(Duty duty) {
        return worktime.endOf(duty.toDay(), clock.instant()).due();
    }

    /** Met on a day: an hour that lies within it wherever the office is. */
    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    private static UUID last(List<UUID> ids) {
        return ids.get(ids.size() - 1);
    }
}
