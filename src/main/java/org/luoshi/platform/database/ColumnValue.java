package org.luoshi.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.support.JdbcUtils;

/** One field of a row as the type that is wanted. */
public final class ColumnValue {

    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    private ColumnValue() {}

    /** Null where the field is. An {@link Instant} is not asked of the driver, which does not know it and would answer by an exception. */
    public static @Nullable Object read(ResultSet row, int column, TypeDescriptor type) throws SQLException {
        Class<?> wanted = type.getType();
        if (wanted == Instant.class) {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
        Object value = JdbcUtils.getResultSetValue(row, column, wanted);
        return value == null || wanted.isInstance(value) ? value : CONVERSION.convert(value, type);
    }
}
