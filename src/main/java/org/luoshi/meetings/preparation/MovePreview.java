package org.luoshi.meetings.preparation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.luoshi.meetings.core.MoveEffect;

/**
 * What a move would mean, before anybody confirms it.
 *
 * @param effects of all parts, by topic and weight
 * @param late tasks that cannot be done at the usual pace any more, with what can be done about each
 * @param proposals who could take what, with the fewest changes
 * @param uncovered names of tasks for which nobody has room
 * @param overloads people who would have too much on some day
 * @param whatIf the same question for some days earlier and later
 */
public record MovePreview(
        List<MoveEffect> effects,
        List<LateTask> late,
        List<ProposedHand> proposals,
        List<String> uncovered,
        List<OverloadedPerson> overloads,
        List<WhatIf> whatIf) {

    public boolean isStopped() {
        return effects.stream().anyMatch(effect -> effect.weight() == MoveEffect.Weight.STOPS);
    }

    public List<MoveEffect> of(MoveEffect.Topic topic) {
        return effects.stream().filter(effect -> effect.topic() == topic).toList();
    }

    /** @param ways in words, each with its effect */
    public record LateTask(
            UUID taskId,
            String label,
            String owner,
            LocalDate latestStart,
            LocalDate latestFinish,
            boolean droppable,
            List<String> ways) {}

    /** A task that somebody else could take. */
    public record ProposedHand(
            UUID taskId, String meeting, String label, String from, UUID toId, String to, String unit) {

        /** As a form sends it back. */
        public String value() {
            return taskId + ":" + toId;
        }
    }

    /** @param days days on which it is too much; {@code worst} minutes on the worst of them */
    public record OverloadedPerson(String name, int days, int worst, int limit, LocalDate first) {}

    /** @param shift working days, below 0 for earlier */
    public record WhatIf(int shift, LocalDate day, int late, int overloadedDays, int clashes) {}
}
