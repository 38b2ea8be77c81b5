package org.luoshi.branch.core;

import static org.luoshi.branch.core.RecruitStage.ACTIVIST;
import static org.luoshi.branch.core.RecruitStage.APPLICANT;
import static org.luoshi.branch.core.RecruitStage.CANDIDATE;
import static org.luoshi.branch.core.RecruitStage.ENDED;
import static org.luoshi.branch.core.RecruitStage.FULL;
import static org.luoshi.branch.core.RecruitStage.PROBATIONARY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Happening;

/**
 * What can happen to somebody on the way to membership, when, and where it leads. One line is one rule; the page, the service and the timers read this
 * table. Nothing here happens by itself: people decide, and the product only keeps the days.
 */
public enum RecruitStep {
    APPLY(Happening.APPLIED, Set.of(), APPLICANT, false),
    TALK(Happening.FIRST_TALK, Set.of(APPLICANT, ACTIVIST), null, false),
    BECOME_ACTIVIST(Happening.BECAME_ACTIVIST, Set.of(APPLICANT), ACTIVIST, false),
    REVIEW(Happening.REVIEW, Set.of(ACTIVIST, CANDIDATE), null, false),
    BECOME_CANDIDATE(Happening.BECAME_CANDIDATE, Set.of(ACTIVIST), CANDIDATE, false),
    COURSE(Happening.COURSE, Set.of(CANDIDATE), null, false),
    /** The members' meeting admitted them: from that day they are on the roll. */
    ADMIT(Happening.ADMITTED, Set.of(CANDIDATE), PROBATIONARY, false),
    REPORT(Happening.REPORTED_FOR_APPROVAL, Set.of(PROBATIONARY), null, false),
    APPROVE(Happening.COMMITTEE_DECIDED, Set.of(PROBATIONARY), null, false),
    BECOME_FULL(Happening.BECAME_FULL, Set.of(PROBATIONARY), FULL, true),
    /** 取消预备党员资格, or the committee above did not approve. */
    DISQUALIFY(null, Set.of(PROBATIONARY), ENDED, true),
    STOP(null, Set.of(APPLICANT, ACTIVIST, CANDIDATE), ENDED, false);

    private final @Nullable Happening happening;
    private final Set<RecruitStage> from;
    private final @Nullable RecruitStage to;
    private final boolean needsReference;

    RecruitStep(
            @Nullable Happening happening, Set<RecruitStage> from, @Nullable RecruitStage to, boolean needsReference) {
        this.happening = happening;
        this.from = from;
        this.to = to;
        this.needsReference = needsReference;
    }

    public @Nullable Happening happening() {
        return happening;
    }

    public boolean isOpenAt(RecruitStage stage) {
        return from.contains(stage);
    }

    /** The stage after the step. */
    public RecruitStage after(RecruitStage stage) {
        return to == null ? stage : to;
    }

    public boolean changesStage() {
        return to != null;
    }

    /** True where the standing in the party changes, which wants the reference of the decision. */
    public boolean needsReference() {
        return needsReference;
    }

    /** The last part of the key of its text in the history. */
    String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<RecruitStep> openAt(RecruitStage stage) {
        return Arrays.stream(values()).filter(step -> step.isOpenAt(stage)).toList();
    }

    static Optional<RecruitStep> of(@Nullable Happening happening) {
        return Arrays.stream(values())
                .filter(step -> happening != null && step.happening == happening)
                .findFirst();
    }
}
