package org.luoshi.study.core;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.branch.Attended;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.StudyHours;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the branch the class hours that it did not record itself: from elsewhere and made up. */
@Component
class StudyHoursSource implements StudyHours {

    private final StudyHoursStore store;
    private final BranchApi branches;

    StudyHoursSource(StudyHoursStore store, BranchApi branches) {
        this.store = store;
        this.branches = branches;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Hours> of(Collection<UUID> people, int year) {
        Map<UUID, Hours> byPerson = new HashMap<>();
        store.of(people, year)
                .forEach(one -> byPerson.merge(
                        one.personId(), new Hours(one.hours(), one.course() ? 1 : 0), StudyHoursSource::sum));
        madeUp(people, year)
                .forEach(one -> byPerson.merge(one.personId(), new Hours(one.hours(), 0), StudyHoursSource::sum));
        return byPerson;
    }

    /** Made-up study that counts: not where a corrected record says that the person was there after all. */
    List<StudyMakeUp> madeUp(Collection<UUID> people, int year) {
        List<StudyMakeUp> all = store.madeUp(people, year);
        if (all.isEmpty()) {
            return all;
        }
        Set<Seen> attended = branches.attended(people, year).stream()
                .map(StudyHoursSource::seen)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !attended.contains(new Seen(one.personId(), one.activityId())))
                .toList();
    }

    private record Seen(UUID personId, UUID activityId) {}

    private static Seen seen(Attended one) {
        return new Seen(one.personId(), one.activityId());
    }

    private static Hours sum(Hours one, Hours other) {
        BigDecimal hours = one.hours().add(other.hours());
        return new Hours(hours, one.courses() + other.courses());
    }
}
