package org.luoshi.branch.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.luoshi.branch.rules.ActivityKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stages of an organisational-life meeting (P-28), read from what is recorded anyway: study and talks before it, and each problem found at it as
 * a matter with an owner and a day. Nobody ticks a stage.
 */
@Component
@Transactional(readOnly = true)
class LifeMeeting {

    private static final int MONTHS_BEFORE = 3;

    private final ActivityStore activities;
    private final ZoneId zone;

    LifeMeeting(ActivityStore activities, ZoneId zone) {
        this.activities = activities;
        this.zone = zone;
    }

    /**
     * How far it is.
     *
     * @param studied recorded study of the branch in the three months before it
     * @param talks talks in the same time
     * @param problems matters noted at it
     * @param owned of those, with an owner and a day
     * @param settled of those, done or followed up in the ledger
     */
    public record Stages(int studied, int talks, int problems, int owned, int settled) {}

    /** Empty where it is no such meeting. */
    Optional<Stages> of(Activity meeting, List<Decision> decisions) {
        if (!meeting.kinds().contains(ActivityKind.LIFE_MEETING.name())) {
            return Optional.empty();
        }
        LocalDate day = meeting.startsAt().atZone(zone).toLocalDate();
        LocalDate from = day.minusMonths(MONTHS_BEFORE);
        int studied = (int)
                activities.between(meeting.branchId(), from.atStartOfDay(zone).toInstant(), meeting.startsAt()).stream()
                        .filter(activity -> activity.state() == ActivityState.RECORDED
                                && activity.classHours().signum() > 0)
                        .count();
        return Optional.of(new Stages(
                studied,
                activities.countTalks(meeting.branchId(), from, day),
                decisions.size(),
                (int) decisions.stream()
                        .filter(one -> one.ownerId() != null && one.due() != null)
                        .count(),
                (int) decisions.stream()
                        .filter(one -> one.doneOn() != null || one.itemId() != null)
                        .count()));
    }
}
