package org.luoshi.ledger.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The office's own numbers for {@link LedgerSetting}. Asked for each unit of each item, so they are kept for a few seconds: a number changed on
 * another node holds here after that time at the latest, one changed on this node at once.
 */
@Component
@Transactional
public class LedgerSettings {

    private static final UUID SCOPE = new UUID(0, 0x5e7);
    private static final long LOOK_AGAIN_AFTER_NANOS = 5_000_000_000L;

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final LedgerRevision revision;
    private volatile @Nullable Known known;

    LedgerSettings(JdbcClient jdbc, HistoryApi history, LedgerRevision revision) {
        this.revision = revision;
        this.jdbc = jdbc;
        this.history = history;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public int of(LedgerSetting setting) {
        return Objects.requireNonNull(all().get(setting));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<LedgerSetting, Integer> all() {
        Known seen = known;
        long now = System.nanoTime();
        if (seen != null && now - seen.lookedAt < LOOK_AGAIN_AFTER_NANOS) {
            return seen.numbers;
        }
        Known fresh = new Known(read(), now);
        known = fresh;
        return fresh.numbers;
    }

    private Map<LedgerSetting, Integer> read() {
        Map<LedgerSetting, Integer> all = new EnumMap<>(LedgerSetting.class);
        for (LedgerSetting setting : LedgerSetting.values()) {
            all.put(setting, setting.standard());
        }
        jdbc.sql("select key, value::int as value from ledger.setting")
                .query((row, n) -> all.put(LedgerSetting.valueOf(row.getString("key")), row.getInt("value")))
                .list();
        return Collections.unmodifiableMap(all);
    }

    /** For the rest of this transaction, and for those who asked between the change and its end. */
    private void forgetNowAndAfterwards() {
        known = null;
        revision.changed();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }

    private record Known(Map<LedgerSetting, Integer> numbers, long lookedAt) {}

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
        forgetNowAndAfterwards();
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
