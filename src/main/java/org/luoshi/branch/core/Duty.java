package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.DutyState;
import org.luoshi.branch.rules.RuleSubject;

/** A duty with the facts that answer it. The state is computed from them and the day. */
public record Duty(
        UUID id,
        UUID branchId,
        String ruleId,
        RuleSubject subject,
        UUID subjectId,
        @Nullable UUID ownerId,
        String period,
        LocalDate fromDay,
        LocalDate toDay,
        boolean care,
        @Nullable LocalDate metOn,
        List<UUID> activities,
        BigDecimal wanted,
        BigDecimal done,
        @Nullable String excuse) {

    public DutyState state(LocalDate today) {
        return DutyState.of(metOn, toDay, excuse != null, !care, today);
    }
}
