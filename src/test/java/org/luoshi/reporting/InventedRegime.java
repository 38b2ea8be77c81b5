package org.luoshi.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Approved regimes for tests that are not about how one comes to be: a form with the numbers {@code total}, {@code local}, {@code away} (total is
 * the sum, binding), the personal text {@code patient} and the optional {@code note}. Daily, due at 17:00 in Beijing, from 2 to 31 March 2026.
 */
public final class InventedRegime {

    public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final JdbcClient jdbc;
    private final PlaceRegister register;
    private final RegimeQueries regimes;
    private final RoundMaker rounds;
    private final Clock clock;

    public InventedRegime(
            JdbcClient jdbc, PlaceRegister register, RegimeQueries regimes, RoundMaker rounds, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.regimes = regimes;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** All places of the level below the unit with this code; its rounds are made up to tomorrow. */
    public Regime below(String code, int level, UUID officerId) {
        register.refresh();
        long place = jdbc.sql("select key from reporting.place where code = :code and valid_to is null")
                .param("code", code)
                .query(Long.class)
                .single();
        return of(place, level, officerId);
    }

    /** All places of the level in the whole tree. */
    public Regime everywhere(int level, UUID officerId) {
        register.refresh();
        return of(0, level, officerId);
    }

    private Regime of(long place, int level, UUID officerId) {
        UUID key = TimeOrderedIds.next(clock);
        int id = insert(key, form(), level >= 3 ? level - 2 : null, officerId);
        jdbc.sql("insert into reporting.target values (:regime, :place, :level)")
                .param("regime", id)
                .param("place", place)
                .param("level", level)
                .update();
        Regime regime = regimes.require(key);
        rounds.start(regime);
        return regime;
    }

    private int insert(UUID key, UUID form, @Nullable Integer keptLevel, UUID officerId) {
        int id = jdbc.sql("""
                        insert into reporting.regime (key, version, title, form_id, basis, purpose, recipients, rhythm, first_day,
                            last_day, cut_off, days_later, grace_days, drafted_by, drafted_at, submitted_at, second_needed, approver_id,
                            approved_at, kept_level)
                        values (:key, 1, '演示疫情日报', :form, '演示依据', '演示用途', '{分管领导}', 'DAILY', '2026-03-02', '2026-03-31',
                            '17:00', 0, 30, :officer, now(), now(), false, :officer, now(), :kept) returning id
                        """)
                .param("key", key)
                .param("form", form)
                .param("officer", officerId)
                .param("kept", keptLevel, java.sql.Types.SMALLINT)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into reporting.regime_form values (:regime, '2026-03-02', :form, 1)")
                .param("regime", id)
                .param("form", form)
                .update();
        return id;
    }

    private UUID form() {
        UUID form = TimeOrderedIds.next(clock);
        jdbc.sql("insert into reporting.form values (:id, '演示日报表', now())")
                .param("id", form)
                .update();
        jdbc.sql("insert into reporting.form_version values (:id, 1, 1, '', now())")
                .param("id", form)
                .update();
        field(form, 1, "total", "新增合计", "WHOLE", true, false);
        field(form, 2, "local", "其中本地", "WHOLE", true, false);
        field(form, 3, "away", "其中外来", "WHOLE", true, false);
        field(form, 4, "patient", "首例姓名", "TEXT", false, true);
        field(form, 5, "note", "说明", "TEXT", false, false);
        jdbc.sql("""
                        insert into reporting.form_rule values
                            (:id, 1, 1, 'total = local + away', '合计应等于本地与外来之和', 'MUST'),
                            (:id, 1, 2, 'total <= before(total) + 100', '比上期增加超过100，请核实', 'WARN')
                        """).param("id", form).update();
        return form;
    }

    private void field(
            UUID form, int position, String code, String name, String kind, boolean required, boolean personal) {
        UUID id = jdbc.sql("select id from reporting.field where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> jdbc.sql("""
                                insert into reporting.field (id, version, code, name, kind, measure, definition, basis, owner_unit_id,
                                    personal, choices, minutes, made_at)
                                values (:id, 1, :code, :name, :kind, '例', '', '演示依据', :id, :personal, '{}', 1, now()) returning id
                                """)
                        .param("id", TimeOrderedIds.next(clock))
                        .param("code", code)
                        .param("name", name)
                        .param("kind", kind)
                        .param("personal", personal)
                        .query(UUID.class)
                        .single());
        jdbc.sql("insert into reporting.form_field values (:form, 1, :position, :field, :required)")
                .param("form", form)
                .param("position", position)
                .param("field", id)
                .param("required", required)
                .update();
    }
}
