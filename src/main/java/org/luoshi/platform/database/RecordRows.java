package org.luoshi.platform.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows of one answer as records: a column for each component, {@code is_open} for {@code isOpen}. Spring's own mapper looks each column up by the
 * component's name first and asks the driver for an {@link Instant}, which it does not know; both end in an exception for every field of every row.
 */
final class RecordRows<T> implements RowMapper<T> {

    private final Shape<T> shape;
    private int @Nullable [] columns;

    RecordRows(Shape<T> shape) {
        this.shape = shape;
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (columns == null) {
            columns = shape.columns(row);
        }
        return shape.read(row, columns);
    }

    /** How a record is made: read once for each of them. */
    record Shape<T>(Constructor<T> constructor, Parameter[] parts, TypeDescriptor[] types) {

        @SuppressWarnings("unchecked")
        static <T> Shape<T> of(Class<T> type) {
            // A record has its canonical constructor, whatever others it has.
            Class<?>[] components = Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new);
            try {
                Constructor<T> constructor = type.getDeclaredConstructor(components);
                TypeDescriptor[] types = new TypeDescriptor[components.length];
                for (int i = 0; i < types.length; i++) {
                    types[i] = new TypeDescriptor(new MethodParameter(constructor, i));
                }
                return new Shape<>(constructor, constructor.getParameters(), types);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        int[] columns(ResultSet row) throws SQLException {
            ResultSetMetaData about = row.getMetaData();
            Map<String, Integer> places = new HashMap<>();
            for (int i = about.getColumnCount(); i > 0; i--) {
                places.put(about.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT), i);
            }
            int[] columns = new int[parts.length];
            for (int i = 0; i < columns.length; i++) {
                String name = parts[i].getName();
                Integer place = places.get(name.toLowerCase(Locale.ROOT));
                columns[i] = place == null ? row.findColumn(name) : place;
            }
            return columns;
        }

        T read(ResultSet row, int[] columns) throws SQLException {
            @Nullable Object[] values = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = ColumnValue.read(row, columns[i], types[i]);
            }
            return BeanUtils.instantiateClass(constructor, values);
        }
    }
}
