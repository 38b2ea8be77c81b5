package org.luoshi.reporting.forms;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.FormExpression;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every way a form can change: a version is written, then issued, and from then on the next one is written. */
@Service
@Transactional
public class FormService {

    private final JdbcClient jdbc;
    private final FormsQueries forms;
    private final DictionaryQueries dictionary;
    private final FilesApi files;
    private final HistoryApi history;
    private final Keepers keepers;
    private final Clock clock;

    FormService(
            JdbcClient jdbc,
            FormsQueries forms,
            DictionaryQueries dictionary,
            FilesApi files,
            HistoryApi history,
            Keepers keepers,
            Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.dictionary = dictionary;
        this.files = files;
        this.history = history;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** A field that a version asks for. */
    public record Choice(UUID fieldId, boolean required) {}

    /** A form with an empty first version to write. */
    public UUID create(String name, Actor actor) {
        keepers.require(actor);
        Typing.require("name", name, 60);
        files.requireUnmarked(name);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("insert into reporting.form (id, name, made_at) values (:id, :name, :now)")
                .param("id", id)
                .param("name", name)
                .param("now", Sql.at(clock.instant()))
                .update();
        insertVersion(id, 1);
        record(id, "made", Map.of("name", name), actor);
        return id;
    }

    /** Writes the version that is not issued yet. Refused: a withdrawn field, a rule that is none or names a stranger. */
    public void save(
            UUID formId, int seenVersion, List<Choice> fields, List<FormRule> rules, String note, Actor actor) {
        keepers.require(actor);
        FormVersionView draft = requireDraft(formId);
        Typing.atMost("note", note, 300);
        checkFields(fields);
        checkRules(fields, rules);
        int changed = jdbc.sql("""
                        update reporting.form_version set version = version + 1, note = :note
                        where form_id = :form and number = :number and version = :version and issued_at is null
                        """)
                .param("note", note)
                .param("form", formId)
                .param("number", draft.number())
                .param("version", seenVersion)
                .update();
        if (changed == 0) {
            throw FormError.CHANGED_MEANWHILE.plain();
        }
        replace(formId, draft.number(), fields, rules);
    }

    /** From now on it never changes, and regimes can ask by it. */
    public int issue(UUID formId, Actor actor) {
        keepers.require(actor);
        FormVersionView draft = requireDraft(formId);
        if (draft.fields().isEmpty()) {
            throw FormError.NO_FIELDS.plain();
        }
        checkFields(draft.fields().stream()
                .map(field -> new Choice(field.id(), field.required()))
                .toList());
        jdbc.sql("update reporting.form_version set issued_at = :now where form_id = :form and number = :number")
                .param("now", Sql.at(clock.instant()))
                .param("form", formId)
                .param("number", draft.number())
                .update();
        record(formId, "issued", Map.of("name", forms.name(formId), "number", draft.number()), actor);
        return draft.number();
    }

    /** The next version, as the last one is. */
    public void next(UUID formId, Actor actor) {
        keepers.require(actor);
        if (forms.draft(formId).isPresent()) {
            throw FormError.DRAFT_EXISTS.plain();
        }
        FormVersionView last = forms.newestIssued(formId).orElseThrow(FormError.NOT_ISSUED::plain);
        insertVersion(formId, last.number() + 1);
        Set<UUID> usable = usable();
        replace(
                formId,
                last.number() + 1,
                last.fields().stream()
                        .filter(field -> usable.contains(field.id()))
                        .map(field -> new Choice(field.id(), field.required()))
                        .toList(),
                last.rules());
    }

    /**
     * A new version without a field that is reported elsewhere, issued at once; the rules that name it go with it. Refused while a version is
     * being written, and for the only field.
     */
    public int without(UUID formId, UUID fieldId, Actor actor) {
        next(formId, actor);
        FormVersionView draft = requireDraft(formId);
        List<FormVersionView.ChosenField> left = draft.fields().stream()
                .filter(field -> !field.id().equals(fieldId))
                .toList();
        if (left.isEmpty()) {
            throw FormError.LAST_FIELD.plain();
        }
        List<Choice> choices = left.stream()
                .map(field -> new Choice(field.id(), field.required()))
                .toList();
        Set<String> codes = numberCodes(choices);
        List<FormRule> rules = draft.rules().stream()
                .filter(rule -> FormExpression.isRule(rule.expression(), codes))
                .toList();
        replace(formId, draft.number(), choices, rules);
        return issue(formId, actor);
    }

    private FormVersionView requireDraft(UUID formId) {
        forms.name(formId);
        return forms.draft(formId).orElseThrow(FormError.NO_DRAFT::plain);
    }

    private Set<UUID> usable() {
        return dictionary.all().stream()
                .filter(field -> field.withdrawnAt() == null)
                .map(DictionaryField::id)
                .collect(Collectors.toSet());
    }

    private void checkFields(List<Choice> fields) {
        Map<UUID, DictionaryField> all =
                dictionary.all().stream().collect(Collectors.toMap(DictionaryField::id, field -> field));
        for (Choice choice : fields) {
            DictionaryField field = all.get(choice.fieldId());
            if (field == null) {
                throw FormError.UNKNOWN.with(Map.of("id", choice.fieldId()));
            }
            if (field.withdrawnAt() != null) {
                throw FormError.FIELD_WITHDRAWN.with(
                        Map.of("field", "fields", "name", field.says().name()));
            }
        }
    }

    private void checkRules(List<Choice> fields, List<FormRule> rules) {
        Set<String> codes = numberCodes(fields);
        for (FormRule rule : rules) {
            requireRule(rule.expression(), codes);
            Typing.require("rules", rule.message(), 120);
            files.requireUnmarked(rule.message());
        }
    }

    /** Refused with the place and what is wrong there, and with the field of the page. */
    private static void requireRule(String expression, Set<String> codes) {
        try {
            FormExpression.parse(expression, codes);
        } catch (BusinessException refusal) {
            Map<String, Object> details = new HashMap<>(refusal.details());
            details.put("field", "rules");
            throw refusal.error().with(details);
        }
    }

    private Set<String> numberCodes(List<Choice> fields) {
        Map<UUID, DictionaryField> all =
                dictionary.all().stream().collect(Collectors.toMap(DictionaryField::id, field -> field));
        return fields.stream()
                .map(choice -> all.get(choice.fieldId()))
                .filter(field -> field != null && field.says().kind().isNumber())
                .map(field -> field.says().code())
                .collect(Collectors.toSet());
    }

    private void insertVersion(UUID formId, int number) {
        jdbc.sql("insert into reporting.form_version (form_id, number, version, note) values (:form, :number, 1, '')")
                .param("form", formId)
                .param("number", number)
                .update();
    }

    private void replace(UUID formId, int number, List<Choice> fields, List<FormRule> rules) {
        for (String table : List.of("form_field", "form_rule")) {
            jdbc.sql("delete from reporting." + table + " where form_id = :form and number = :number")
                    .param("form", formId)
                    .param("number", number)
                    .update();
        }
        for (int n = 0; n < fields.size(); n++) {
            jdbc.sql("insert into reporting.form_field values (:form, :number, :position, :field, :required)")
                    .param("form", formId)
                    .param("number", number)
                    .param("position", n + 1)
                    .param("field", fields.get(n).fieldId())
                    .param("required", fields.get(n).required())
                    .update();
        }
        for (int n = 0; n < rules.size(); n++) {
            jdbc.sql(
                            "insert into reporting.form_rule values (:form, :number, :position, :expression, :message, :strength)")
                    .param("form", formId)
                    .param("number", number)
                    .param("position", n + 1)
                    .param("expression", rules.get(n).expression())
                    .param("message", rules.get(n).message())
                    .param("strength", rules.get(n).must() ? "MUST" : "WARN")
                    .update();
        }
    }

    private void record(UUID formId, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(formId, "reporting.form", formId, action, details, null), actor);
    }
}
