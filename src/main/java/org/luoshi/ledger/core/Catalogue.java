package org.luoshi.ledger.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.LimitUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's own kinds of source and classes of limit beside the built-in ones. Nothing is deleted: what is no longer wanted is not offered. */
@Service
@Transactional
public class Catalogue {

    private static final int LONGEST_NAME = 40;
    private static final UUID SCOPE = new UUID(0, 0x5e7);

    private final JdbcClient jdbc;
    private final HistoryApi history;

    Catalogue(JdbcClient jdbc, HistoryApi history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** A kind of source with its rules; {@code name} is null for the built-in ones. */
    public record Kind(String code, @Nullable String name, boolean skipsApproval, boolean needsFile, boolean active) {}

    /** A class of limit; {@code name} is null for the presets. */
    public record LimitClass(String code, @Nullable String name, int amount, LimitUnit unit, boolean active) {}

    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("""
                select code, name, skips_approval, needs_file, active from ledger.source_kind order by position, code
                """).query(Kind.class).list();
    }

    @Transactional(readOnly = true)
    public List<LimitClass> limitClasses() {
        return jdbc.sql("select code, name, amount, unit, active from ledger.limit_class order by position, code")
                .query(LimitClass.class)
                .list();
    }

    public void addKind(String name, boolean skipsApproval, boolean needsFile, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        jdbc.sql("""
                insert into ledger.source_kind (code, name, skips_approval, needs_file, position)
                values (:code, :name, :skips, :file, (select max(position) + 1 from ledger.source_kind))
                """)
                .param("code", newCode())
                .param("name", named(name))
                .param("skips", skipsApproval)
                .param("file", needsFile)
                .update();
        note("kind-added", name, actor);
    }

    /** Holds for items that are filed or closed from now on. */
    public void changeKind(String code, boolean skipsApproval, boolean needsFile, boolean active, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        changed(
                jdbc.sql("""
                        update ledger.source_kind set skips_approval = :skips, needs_file = :file, active = :active
                        where code = :code
                        """)
                        .param("skips", skipsApproval)
                        .param("file", needsFile)
                        .param("active", active)
                        .param("code", code)
                        .update(),
                code);
        note("kind-changed", code, actor);
    }

    public void addLimitClass(String name, int amount, LimitUnit unit, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        jdbc.sql("""
                insert into ledger.limit_class (code, name, amount, unit, position)
                values (:code, :name, :amount, :unit, (select max(position) + 1 from ledger.limit_class))
                """)
                .param("code", newCode())
                .param("name", named(name))
                .param("amount", inRange(amount))
                .param("unit", unit.name())
                .update();
        note("limit-added", name, actor);
    }

    /** Limits that were given already stay as they are. */
    public void changeLimitClass(String code, int amount, boolean active, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        changed(
                jdbc.sql("update ledger.limit_class set amount = :amount, active = :active where code = :code")
                        .param("amount", inRange(amount))
                        .param("active", active)
                        .param("code", code)
                        .update(),
                code);
        note("limit-changed", code, actor);
    }

    private static String newCode() {
        return "OWN_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static String named(String name) {
        String stripped = name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length == 0 || length > LONGEST_NAME) {
            throw LedgerError.NAME_MISSING.plain();
        }
        return stripped;
    }

    private static int inRange(int amount) {
        if (amount < 0 || amount > 3660) {
            throw LedgerError.SETTING_OUT_OF_RANGE.with(Map.of("least", 0, "most", 3660, "value", amount));
        }
        return amount;
    }

    private static void changed(int rows, String code) {
        if (rows == 0) {
            throw LedgerError.UNKNOWN_KIND.with(Map.of("kind", code));
        }
    }

    private void note(String action, String name, Actor actor) {
        history.record(new HistoryFact(SCOPE, "ledger.setting", SCOPE, action, Map.of("name", name), null), actor);
    }
}
