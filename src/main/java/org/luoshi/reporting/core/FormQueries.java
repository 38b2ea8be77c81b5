package org.luoshi.reporting.core;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issued versions of forms. They never change, so each is read once. */
@Component
public class FormQueries {

    private final JdbcClient jdbc;
    private final Map<Version, ReportForm> issued = new ConcurrentHashMap<>();

    FormQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refused (UNKNOWN_FORM) where that version is not issued. */
    public ReportForm issued(UUID formId, int number) {
        return issued.computeIfAbsent(new Version(formId, number), this::read);
    }

    private ReportForm read(Version version) {
        String name = jdbc.sql("""
                        select f.name from reporting.form f join reporting.form_version v on v.form_id = f.id
                        where f.id = :form and v.number = :number and v.issued_at is not null
                        """)
                .param("form", version.formId())
                .param("number", version.number())
                .query(String.class)
                .optional()
                .orElseThrow(ReportingError.UNKNOWN_FORM::plain);
        return new ReportForm(version.formId(), version.number(), name, fields(version), rules(version));
    }

    private List<ReportField> fields(Version version) {
        return jdbc.sql("""
                        select d.id, d.code, d.name, d.kind, d.measure, d.definition, d.personal, f.required, d.least, d.most,
                               d.choices, d.minutes
                        from reporting.form_field f join reporting.field d on d.id = f.field_id
                        where f.form_id = :form and f.number = :number order by f.position
                        """)
                .param("form", version.formId())
                .param("number", version.number())
                .query(FormQueries::field)
                .list();
    }

    private List<FormRule> rules(Version version) {
        return jdbc.sql("""
                        select expression, message, strength = 'MUST' as must from reporting.form_rule
                        where form_id = :form and number = :number order by position
                        """)
                .param("form", version.formId())
                .param("number", version.number())
                .query(FormRule.class)
                .list();
    }

    private static ReportField field(ResultSet row, int number) throws SQLException {
        Array choices = row.getArray("choices");
        return new ReportField(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                FieldKind.valueOf(row.getString("kind")),
                row.getString("measure"),
                row.getString("definition"),
                row.getBoolean("personal"),
                row.getBoolean("required"),
                row.getBigDecimal("least"),
                row.getBigDecimal("most"),
                List.of((String[]) choices.getArray()),
                row.getBigDecimal("minutes"));
    }

    private record Version(UUID formId, int number) {}
}
