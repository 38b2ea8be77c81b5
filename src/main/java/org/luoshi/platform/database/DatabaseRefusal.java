package org.luoshi.platform.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown at start when there is no database to work with; told to the administrator in plain words by {@link DatabaseRefusalAnalyzer}. */
class DatabaseRefusal extends RuntimeException {

    private final DatabaseFault fault;
    private final Map<String, Object> details;

    DatabaseRefusal(DatabaseFault fault, Map<String, Object> details, @Nullable Throwable cause) {
        super(fault + " " + details, cause);
        this.fault = fault;
        this.details = Map.copyOf(details);
    }

    DatabaseFault fault() {
        return fault;
    }

    Map<String, Object> details() {
        return details;
    }
}
