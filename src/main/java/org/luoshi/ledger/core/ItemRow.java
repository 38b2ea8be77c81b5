package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/**
 * One line of the ledger.
 *
 * @param extensions how often the limit was moved
 * @param coUnsigned co-units that have not signed yet
 * @param strip the last six feedbacks of the lead, newest first: accepted, returned, waiting
 */
public record ItemRow(
        UUID id,
        int version,
        @Nullable String number,
        String title,
        ItemState state,
        Light light,
        @Nullable LightColour overrideLight,
        @Nullable String overrideReason,
        @Nullable UUID sourceId,
        @Nullable String sourceKind,
        @Nullable String sourceKindName,
        @Nullable String sourceTitle,
        @Nullable String leadUnit,
        int coCount,
        int coUnsigned,
        @Nullable Instant due,
        @Nullable Instant originalDue,
        @Nullable LocalDate givenDue,
        @Nullable String limitClass,
        Cycle cycle,
        int extensions,
        Instant lastActivityAt,
        @Nullable String lastActivity,
        @Nullable String officer,
        @Nullable String leader,
        @Nullable String label,
        List<TargetState> strip) {}
