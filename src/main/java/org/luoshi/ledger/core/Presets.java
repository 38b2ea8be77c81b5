package org.luoshi.ledger.core;

import java.util.List;
import org.luoshi.worktime.LimitUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Kinds of source and classes of limit that every office starts with (domain/supervision.md 1.8); the office changes and adds its own. */
@Component
class Presets implements ApplicationRunner {

    private record Kind(String code, boolean needsFile) {}

    private record Preset(String code, int amount, LimitUnit unit) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("INSTRUCTION", true),
            new Kind("MEETING", true),
            new Kind("PAPER", false),
            new Kind("WORK_REPORT", false),
            new Kind("PROPOSAL", false));

    private static final List<Preset> LIMITS = List.of(
            new Preset("URGENT", 3, LimitUnit.WORKING_DAYS),
            new Preset("GENERAL", 7, LimitUnit.WORKING_DAYS),
            new Preset("INSTRUCTION_NORMAL", 15, LimitUnit.WORKING_DAYS),
            new Preset("MINUTES", 20, LimitUnit.WORKING_DAYS),
            new Preset("MEETING_DECISION", 30, LimitUnit.WORKING_DAYS),
            new Preset("COMPLEX", 1, LimitUnit.MONTHS),
            new Preset("PAPER_ORDINARY", 30, LimitUnit.CALENDAR_DAYS),
            new Preset("QUARTER", 3, LimitUnit.MONTHS),
            new Preset("HALF_YEAR", 6, LimitUnit.MONTHS),
            new Preset("YEAR", 12, LimitUnit.MONTHS));

    private final JdbcClient jdbc;

    Presets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (int i = 0; i < KINDS.size(); i++) {
            jdbc.sql("""
                    insert into ledger.source_kind (code, needs_file, position) values (:code, :needsFile, :position)
                    on conflict (code) do nothing
                    """)
                    .param("code", KINDS.get(i).code())
                    .param("needsFile", KINDS.get(i).needsFile())
                    .param("position", i)
                    .update();
        }
        for (int i = 0; i < LIMITS.size(); i++) {
            Preset preset = LIMITS.get(i);
            jdbc.sql("""
                    insert into ledger.limit_class (code, amount, unit, position) values (:code, :amount, :unit, :position)
                    on conflict (code) do nothing
                    """)
                    .param("code", preset.code())
                    .param("amount", preset.amount())
                    .param("unit", preset.unit().name())
                    .param("position", i)
                    .update();
        }
    }
}
