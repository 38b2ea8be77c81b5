package org.luoshi.reporting.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.Fold;
import org.luoshi.reporting.core.FieldKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the dictionary. */
@Component
@Transactional(readOnly = true)
public class DictionaryQueries {

    /** From here on the dictionary says "this may be there already". Ours. */
    private static final double ALIKE = 0.5;

    private static final String FIELDS = """
            select d.*, array(select distinct f.name from reporting.form_field u join reporting.form f on f.id = u.form_id
                              where u.field_id = d.id order by f.name) as forms,
                   exists (select from reporting.form_field u
                           join reporting.form_version v on v.form_id = u.form_id and v.number = u.number
                           where u.field_id = d.id and v.issued_at is not null) as fixed
            from reporting.field d
            """;

    private final JdbcClient jdbc;

    DictionaryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, those in use first, by code. */
    public List<DictionaryField> all() {
        return jdbc.sql(FIELDS + "order by d.withdrawn_at is not null, d.code")
                .query(DictionaryQueries::read)
                .list();
    }

    public DictionaryField require(UUID id) {
        return jdbc.sql(FIELDS + "where d.id = :id")
                .param("id", id)
                .query(DictionaryQueries::read)
                .optional()
                .orElseThrow(() -> FormError.UNKNOWN.with(Map.of("id", id)));
    }

    /** Fields in use whose name says much the same: what is already asked for need not be asked twice. */
    public List<DictionaryField> similar(String name) {
        return all().stream()
                .filter(field -> field.withdrawnAt() == null)
                .filter(field -> Fold.likeness(field.says().name(), name) >= ALIKE)
                .toList();
    }

    private static DictionaryField read(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new DictionaryField(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new NewField(
                        row.getString("code"),
                        row.getString("name"),
                        FieldKind.valueOf(row.getString("kind")),
                        row.getString("measure"),
                        row.getString("definition"),
                        row.getString("basis"),
                        row.getBoolean("personal"),
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most"),
                        List.of((String[]) row.getArray("choices").getArray()),
                        row.getBigDecimal("minutes")),
                row.getObject("owner_unit_id", UUID.class),
                withdrawn == null ? null : withdrawn.toInstant(),
                List.of((String[]) row.getArray("forms").getArray()),
                row.getBoolean("fixed"));
    }
}
