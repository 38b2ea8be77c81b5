package org.luoshi.reporting.forms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.core.Regime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads forms with all their versions. */
@Component
@Transactional(readOnly = true)
public class FormsQueries {

    private final JdbcClient jdbc;

    FormsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FormSummary> all() {
        return jdbc.sql("""
                        select f.id, f.name,
                               (select max(number) from reporting.form_version v where v.form_id = f.id and issued_at is not null) as issued,
                               (select max(number) from reporting.form_version v where v.form_id = f.id and issued_at is null) as draft,
                               (select count(*) from reporting.form_field u where u.form_id = f.id and u.number =
                                   (select max(number) from reporting.form_version v where v.form_id = f.id)) as fields,
                               (select count(*) from reporting.regime r where r.form_id = f.id) as regimes
                        from reporting.form f order by f.made_at desc, f.id desc
                        """).query(FormSummary.class).list();
    }

    public String name(UUID formId) {
        return jdbc.sql("select name from reporting.form where id = :id")
                .param("id", formId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> FormError.UNKNOWN.with(Map.of("id", formId)));
    }

    /** Newest first. */
    public List<FormVersionView> versions(UUID formId) {
        return jdbc.sql("""
                        select number, version, note, issued_at from reporting.form_version where form_id = :form order by number desc
                        """)
                .param("form", formId)
                .query((row, index) -> {
                    OffsetDateTime issued = row.getObject("issued_at", OffsetDateTime.class);
                    int number = row.getInt("number");
                    return new FormVersionView(
                            formId,
                            number,
                            row.getInt("version"),
                            row.getString("note"),
                            issued == null ? null : issued.toInstant(),
                            fields(formId, number),
                            rules(formId, number));
                })
                .list();
    }

    public Optional<FormVersionView> draft(UUID formId) {
        return versions(formId).stream()
                .filter(version -> version.issuedAt() == null)
                .findFirst();
    }

    public Optional<FormVersionView> newestIssued(UUID formId) {
        return versions(formId).stream()
                .filter(version -> version.issuedAt() != null)
                .findFirst();
    }

    /** The fields that an approved regime asks for, by the newest version that it was told to use. */
    List<FormVersionView.ChosenField> asked(Regime regime) {
        return jdbc.sql(
                        "select number from reporting.regime_form where regime = :regime order by from_day desc limit 1")
                .param("regime", regime.id())
                .query(Integer.class)
                .optional()
                .map(number -> fields(regime.formId(), number))
                .orElse(List.of());
    }

    private List<FormVersionView.ChosenField> fields(UUID formId, int number) {
        return jdbc.sql("""
                        select d.id, d.code, d.name, u.required from reporting.form_field u join reporting.field d on d.id = u.field_id
                        where u.form_id = :form and u.number = :number order by u.position
                        """)
                .param("form", formId)
                .param("number", number)
                .query(FormVersionView.ChosenField.class)
                .list();
    }

    private List<FormRule> rules(UUID formId, int number) {
        return jdbc.sql("""
                        select expression, message, strength = 'MUST' as must from reporting.form_rule
                        where form_id = :form and number = :number order by position
                        """)
                .param("form", formId)
                .param("number", number)
                .query(FormRule.class)
                .list();
    }
}
