package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.branch.rules.Span;

/**
 * What one rule asks of one subject in one period, and what answered it.
 *
 * @param ownerId whose desk it lies on: the secretary, the group's leader, the person; null where nobody holds that post
 * @param care nothing is asked of this person (P-37)
 * @param metOn the day on which it was enough
 * @param wanted how many times or hours
 */
record WantedDuty(
        UUID id,
        String ruleId,
        RuleSubject subject,
        UUID subjectId,
        @Nullable UUID ownerId,
        Span span,
        boolean care,
        @Nullable LocalDate metOn,
        List<UUID> activities,
        BigDecimal wanted,
        BigDecimal done) {

    /** The same rule asks the same subject for the same period only once, whoever works it out and how often. */
    static UUID id(String ruleId, UUID subjectId, Span span) {
        String name = "branch.duty/" + ruleId + "/" + subjectId + "/" + span.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
