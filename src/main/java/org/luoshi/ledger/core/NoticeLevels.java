package org.luoshi.ledger.core;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The levels of urging as this office names, colours and uses them: places read them differently (domain/supervision.md 1.5). */
@Component
@Transactional
public class NoticeLevels {

    static final int NAME = 20;
    static final int MEANING = 100;
    static final int MOST_DAYS = 60;

    private static final UUID SCOPE = new UUID(0, 0x1e7);

    private final JdbcClient jdbc;
    private final HistoryApi history;

    NoticeLevels(JdbcClient jdbc, HistoryApi history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** All levels, mildest first. */
    @Transactional(readOnly = true)
    public Map<NoticeLevel, LevelSetting> all() {
        Map<NoticeLevel, LevelSetting> all = new EnumMap<>(NoticeLevel.class);
        for (NoticeLevel level : NoticeLevel.values()) {
            all.put(level, LevelSetting.standard(level));
        }
        jdbc.sql("select level, name, meaning, colour, answer_days, used from ledger.notice_level")
                .query(LevelSetting.class)
                .list()
                .forEach(own -> all.put(own.level(), own));
        return all;
    }

    @Transactional(readOnly = true)
    public LevelSetting of(NoticeLevel level) {
        return jdbc.sql("""
                        select level, name, meaning, colour, answer_days, used from ledger.notice_level where level = :level
                        """)
                .param("level", level.name())
                .query(LevelSetting.class)
                .optional()
                .orElseGet(() -> LevelSetting.standard(level));
    }

    /** Those that this person may issue now. */
    @Transactional(readOnly = true)
    public List<LevelSetting> issuableBy(Actor actor) {
        return all().values().stream()
                .filter(setting ->
                        setting.used() && actor.hasAny(setting.level().issuedBy()))
                .toList();
    }

    /** The next level that the office uses; empty at the highest. */
    @Transactional(readOnly = true)
    public Optional<NoticeLevel> after(NoticeLevel level) {
        Map<NoticeLevel, LevelSetting> all = all();
        return Arrays.stream(NoticeLevel.values())
                .filter(other -> other.compareTo(level) > 0)
                .filter(other ->
                        all.getOrDefault(other, LevelSetting.standard(other)).used())
                .findFirst();
    }

    /** Holds for what is issued from now on; days that were given stay. A blank name or meaning is the shipped one. */
    public void set(LevelSetting wanted, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        LevelSetting setting = new LevelSetting(
                wanted.level(),
                text(wanted.name(), NAME),
                text(wanted.meaning(), MEANING),
                wanted.colour(),
                wanted.answerDays(),
                wanted.used());
        require(setting);
        if (setting.equals(of(setting.level()))) {
            return;
        }
        save(setting);
        Map<String, Object> details = Map.of(
                "level", setting.nameOrKey(),
                "colour", setting.colour().name(),
                "days", setting.answerDays(),
                "used", setting.used());
        history.record(
                new HistoryFact(SCOPE, "ledger.level", SCOPE, setting.used() ? "changed" : "unused", details, null),
                actor);
    }

    private static void require(LevelSetting setting) {
        if (setting.answerDays() < 0 || setting.answerDays() > MOST_DAYS) {
            throw LedgerError.SETTING_OUT_OF_RANGE.with(
                    Map.of("least", 0, "most", MOST_DAYS, "value", setting.answerDays()));
        }
        if (!setting.level().isWritten() && !setting.used()) {
            throw LedgerError.LEVEL_NEEDED.plain();
        }
    }

    private static @Nullable String text(@Nullable String words, int most) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String text = words.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw LedgerError.LEVEL_TEXT.with(Map.of("most", most));
        }
        return text;
    }

    private void save(LevelSetting setting) {
        jdbc.sql("""
                insert into ledger.notice_level (level, name, meaning, colour, answer_days, used)
                values (:level, :name, :meaning, :colour, :days, :used)
                on conflict (level) do update set name = :name, meaning = :meaning, colour = :colour, answer_days = :days,
                    used = :used
                """)
                .param("level", setting.level().name())
                .param("name", setting.name())
                .param("meaning", setting.meaning())
                .param("colour", setting.colour().name())
                .param("days", setting.answerDays())
                .param("used", setting.used())
                .update();
    }
}
