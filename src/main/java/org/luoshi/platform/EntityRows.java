package org.luoshi.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.luoshi.platform.database.ColumnValue;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Rows of {@code select *} as a flat entity of Spring Data, field by field: for those that every page reads. Spring Data's own reader asks its mapping
 * context for every column of every row, which took a third of the time of an item's page.
 *
 * <p>A subclass names the entity and stands at the query: {@code @Query(value = …, rowMapperClass = …)}.
 */
public abstract class EntityRows<T> implements RowMapper<T> {

    private record Part(Field field, String column, TypeDescriptor type) {

        static Part of(Field field) {
            ReflectionUtils.makeAccessible(field);
            Column named = field.getAnnotation(Column.class);
            return new Part(
                    field,
                    named == null ? JdbcUtils.convertPropertyNameToUnderscoreName(field.getName()) : named.value(),
                    new TypeDescriptor(field));
        }
    }

    private final Constructor<T> constructor;
    private final List<Part> parts;

    protected EntityRows(Class<T> type) {
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        parts = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Part::of)
                .toList();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        T entity = BeanUtils.instantiateClass(constructor);
        for (Part part : parts) {
            Object value = ColumnValue.read(row, row.findColumn(part.column), part.type);
            if (value != null) {
                ReflectionUtils.setField(part.field, entity, value);
            }
        }
        return entity;
    }
}
