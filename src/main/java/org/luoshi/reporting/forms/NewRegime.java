package org.luoshi.reporting.forms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Rhythm;

/**
 * A regime as it is drafted.
 *
 * @param below units below which all of {@code level} are asked; empty with a level: of the whole tree
 * @param level null: the units named are asked themselves
 */
public record NewRegime(
        String title,
        UUID formId,
        List<UUID> below,
        @Nullable Integer level,
        Rhythm rhythm,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalTime cutOff,
        int daysLater,
        List<String> recipients,
        String basis,
        String purpose,
        int graceDays) {}
