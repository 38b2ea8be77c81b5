package org.luoshi.study.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.BranchMember;
import org.luoshi.branch.BranchName;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Whose study this is: which branch somebody looks at, and what they may do there. */
@Component
public class StudyBranches {

    private final BranchApi branches;
    private final Clock clock;
    private final ZoneId zone;

    StudyBranches(BranchApi branches, Clock clock, ZoneId zone) {
        this.branches = branches;
        this.clock = clock;
        this.zone = zone;
    }

    /** The branch that was asked for, else one's own, else the first that may be seen; empty where there is none. */
    public Optional<StudyPlace> place(@Nullable UUID asked, @Nullable Integer year, Actor actor) {
        List<BranchName> all = branches.visibleTo(actor);
        UUID own = branches.branchOf(actor.personId()).orElse(null);
        Optional<BranchName> chosen = asked != null
                ? Optional.of(all.stream()
                        .filter(one -> one.id().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", asked))))
                : all.stream()
                        .filter(one -> one.id().equals(own))
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        return chosen.map(one -> new StudyPlace(
                one.id(),
                one.name(),
                year == null ? today().getYear() : year,
                all.stream()
                        .map(other -> new StudyPlace.Choice(other.id(), other.name()))
                        .toList(),
                branches.isKeeper(one.id(), actor)));
    }

    /** The place, for somebody who may see the branch; to others it does not exist. */
    public StudyPlace require(UUID branchId, @Nullable Integer year, Actor actor) {
        return place(branchId, year, actor).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", branchId)));
    }

    /** To those who may not see the branch it does not exist. */
    public void requireVisible(UUID branchId, Actor actor) {
        if (!branches.maySee(branchId, actor)) {
            throw StudyError.UNKNOWN.with(Map.of("id", branchId));
        }
    }

    public void requireKeeper(UUID branchId, Actor actor) {
        requireVisible(branchId, actor);
        if (!branches.isKeeper(branchId, actor)) {
            throw StudyError.NOT_YOURS.plain();
        }
    }

    /** True for those on the roll today: what is shared with the branch is theirs, and not for those who only look after branches. */
    public boolean isMember(UUID branchId, Actor actor) {
        return branches.members(branchId, today()).stream()
                .anyMatch(member -> member.personId().equals(actor.personId()));
    }

    /** The members as of today in this year, at the beginning of one that is to come, at the end of one that is over. */
    public List<BranchMember> members(UUID branchId, int year) {
        return branches.members(branchId, referenceDay(year));
    }

    public LocalDate referenceDay(int year) {
        LocalDate today = today();
        if (today.getYear() == year) {
            return today;
        }
        return year > today.getYear() ? LocalDate.of(year, 1, 1) : LocalDate.of(year, 12, 31);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
