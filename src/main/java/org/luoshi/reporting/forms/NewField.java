package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.FieldKind;

/**
 * What the dictionary is told about a field.
 *
 * @param basis the duty it serves; without one there is no field
 * @param minutes what knowing it costs one unit
 */
public record NewField(
        String code,
        String name,
        FieldKind kind,
        String measure,
        String definition,
        String basis,
        boolean personal,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<String> choices,
        BigDecimal minutes) {}
