package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every way the dictionary can change. A field that was asked for keeps its code and kind; what means something else is a new field. */
@Service
@Transactional
public class DictionaryService {

    private final JdbcClient jdbc;
    private final DictionaryQueries fields;
    private final FilesApi files;
    private final HistoryApi history;
    private final Keepers keepers;
    private final Clock clock;

    DictionaryService(
            JdbcClient jdbc,
            DictionaryQueries fields,
            FilesApi files,
            HistoryApi history,
            Keepers keepers,
            Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.files = files;
        this.history = history;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Refused: no basis, a code that is none or taken, a choice without choices. */
    public UUID add(NewField field, Actor actor) {
        keepers.require(actor);
        check(field, null);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                        insert into reporting.field (id, version, code, name, kind, measure, definition, basis, owner_unit_id, personal,
                            least, most, choices, minutes, made_at)
                        values (:id, 1, :code, :name, :kind, :measure, :definition, :basis, :owner, :personal, :least, :most, :choices,
                            :minutes, :now)
                        """)
                .params(values(field))
                .param("id", id)
                .param("owner", keepers.unitOf(actor))
                .param("now", Sql.at(clock.instant()))
                .update();
        record(id, "added", field, actor);
        return id;
    }

    public void change(UUID id, int seenVersion, NewField field, Actor actor) {
        keepers.require(actor);
        DictionaryField before = fields.require(id);
        if (before.fixed() && !meansTheSame(before.says(), field)) {
            throw FormError.CODE_FIXED.with(Map.of("field", "code"));
        }
        check(field, before);
        int changed = jdbc.sql("""
                        update reporting.field set version = version + 1, code = :code, name = :name, kind = :kind, measure = :measure,
                            definition = :definition, basis = :basis, personal = :personal, least = :least, most = :most,
                            choices = :choices, minutes = :minutes
                        where id = :id and version = :version
                        """)
                .params(values(field))
                .param("id", id)
                .param("version", seenVersion)
                .update();
        if (changed == 0) {
            throw FormError.CHANGED_MEANWHILE.plain();
        }
        record(id, "changed", field, actor);
    }

    /** Figures that were reported must still say what they said, and what was personal is still to be deleted. */
    private static boolean meansTheSame(NewField before, NewField now) {
        return before.code().equals(now.code())
                && before.kind() == now.kind()
                && before.measure().equals(now.measure())
                && before.personal() == now.personal()
                && now.choices().containsAll(before.choices());
    }

    /** New versions of forms cannot ask for it; those that are issued still do. */
    public void withdraw(UUID id, Actor actor) {
        keepers.require(actor);
        DictionaryField field = fields.require(id);
        jdbc.sql("update reporting.field set withdrawn_at = coalesce(withdrawn_at, :now) where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        record(id, "withdrawn", field.says(), actor);
    }

    private void check(NewField field, @Nullable DictionaryField before) {
        Typing.require("name", field.name(), 60);
        Typing.require("basis", field.basis(), 300);
        Typing.atMost("measure", field.measure(), 20);
        Typing.atMost("definition", field.definition(), 500);
        files.requireUnmarked(field.name() + "\n" + field.definition() + "\n" + field.basis());
        if (!field.code().matches("[\\p{L}_][\\p{L}\\d_]{0,39}")) {
            throw FormError.CODE_WRONG.with(Map.of("field", "code"));
        }
        if (before == null || !before.says().code().equals(field.code())) {
            requireFree(field.code());
        }
        if (field.kind() == FieldKind.CHOICE && field.choices().size() < 2) {
            throw FormError.CHOICES_MISSING.with(Map.of("field", "choices"));
        }
        BigDecimal least = field.least();
        if (least != null && field.most() != null && least.compareTo(field.most()) > 0) {
            throw FormError.LEAST_ABOVE_MOST.with(Map.of("field", "most"));
        }
    }

    private void requireFree(String code) {
        boolean taken = jdbc.sql("select exists (select from reporting.field where lower(code) = lower(:code))")
                .param("code", code)
                .query(Boolean.class)
                .single();
        if (taken
                || List.of("and", "or", "not", "before", "min", "max", "abs")
                        .contains(code.toLowerCase(java.util.Locale.ROOT))) {
            throw FormError.CODE_TAKEN.with(Map.of("field", "code", "code", code));
        }
    }

    private static Map<String, @Nullable Object> values(NewField field) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", field.code());
        values.put("name", field.name());
        values.put("kind", field.kind().name());
        values.put("measure", field.measure());
        values.put("definition", field.definition());
        values.put("basis", field.basis());
        values.put("personal", field.personal());
        values.put("least", field.least());
        values.put("most", field.most());
        values.put("choices", Sql.texts(field.choices()));
        values.put("minutes", field.minutes());
        return values;
    }

    private void record(UUID id, String action, NewField field, Actor actor) {
        history.record(
                new HistoryFact(
                        id, "reporting.field", id, action, Map.of("code", field.code(), "name", field.name()), null),
                actor);
    }
}
