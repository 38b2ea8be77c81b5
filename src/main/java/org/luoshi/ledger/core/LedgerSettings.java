package org.luoshi.ledger.core;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office's own numbers for {@link LedgerSetting}. */
@Component
@Transactional
public class LedgerSettings {

    private static final UUID SCOPE = new UUID(0, 0x5e7);

    private final JdbcClient jdbc;
    private final HistoryApi history;

    LedgerSettings(JdbcClient jdbc, HistoryApi history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public int of(LedgerSetting setting) {
        return jdbc.sql("select value::int from ledger.setting where key = :key")
                .param("key", setting.name())
                .query(Integer.class)
                .optional()
                .orElse(setting.standard());
    }

    @Transactional(readOnly = true)
    public Map<LedgerSetting, Integer> all() {
        Map<LedgerSetting, Integer> all = new EnumMap<>(LedgerSetting.class);
        for (LedgerSetting setting : LedgerSetting.values()) {
            all.put(setting, setting.standard());
        }
        jdbc.sql("select key, value::int as value from ledger.setting")
                .query((row, n) -> all.put(LedgerSetting.valueOf(row.getString("key")), row.getInt("value")))
                .list();
        return all;
    }

    /** All of these or none. */
    public void setAll(Map<LedgerSetting, Integer> values, Actor actor) {
        values.forEach((setting, value) -> set(setting, value, actor));
    }

    /** Holds for what happens from now on; dates that were given stay. */
    public void set(LedgerSetting setting, int value, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER);
        if (value < setting.least() || value > setting.most()) {
            throw LedgerError.SETTING_OUT_OF_RANGE.with(
                    Map.of("least", setting.least(), "most", setting.most(), "value", value));
        }
        int before = of(setting);
        if (before == value) {
            return;
        }
        jdbc.sql("""
                insert into ledger.setting (key, value) values (:key, :value)
                on conflict (key) do update set value = excluded.value
                """)
                .param("key", setting.name())
                .param("value", String.valueOf(value))
                .update();
        history.record(
                new HistoryFact(
                        SCOPE,
                        "ledger.setting",
                        SCOPE,
                        "changed",
                        Map.of("setting", setting.name(), "before", before, "after", value),
                        null),
                actor);
    }
}
