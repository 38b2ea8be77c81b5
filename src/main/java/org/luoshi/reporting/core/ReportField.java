package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of the dictionary as a form asks for it.
 *
 * @param code what rules, files and programs call it
 * @param measure unit of measure, as 人; empty for none
 * @param minutes what knowing it costs one unit
 */
public record ReportField(
        UUID id,
        String code,
        String name,
        FieldKind kind,
        String measure,
        String definition,
        boolean personal,
        boolean required,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<String> choices,
        BigDecimal minutes) {}
