package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.luoshi.notices.NoticesApi;
import org.luoshi.notices.UrgeResult;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urging and written supervision notices, each a line in the item's time line (domain/supervision.md 1.5). */
@Service
@Transactional
public class SupervisionService {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Ledger ledger;
    private final SupervisionNotices notices;
    private final Permissions permissions;
    private final LedgerObligations obligations;
    private final NoticesApi inbox;
    private final NoticeLevels levels;
    private final ZoneId zone;
    private final Clock clock;

    SupervisionService(
            Ledger ledger,
            SupervisionNotices notices,
            Permissions permissions,
            LedgerObligations obligations,
            NoticesApi inbox,
            NoticeLevels levels,
            ZoneId zone,
            Clock clock) {
        this.ledger = ledger;
        this.notices = notices;
        this.permissions = permissions;
        this.obligations = obligations;
        this.inbox = inbox;
        this.levels = levels;
        this.zone = zone;
        this.clock = clock;
    }

    /** Urges or writes to a unit. An urge is refused while the least gap since the last one has not passed. */
    public UUID issue(UUID assignmentId, NoticeLevel level, String text, Actor actor) {
        Assignment unit = ledger.assignment(assignmentId);
        Item item = ledger.visibleItem(unit.itemId, actor);
        if (!actor.hasAny(level.issuedBy())) {
            throw LedgerError.NOTICE_LEVEL.plain();
        }
        LevelSetting setting = levels.of(level);
        if (!setting.used()) {
            throw LedgerError.LEVEL_UNUSED.plain();
        }
        if (!unit.state.isRunning()) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", level.name(), "state", unit.state.name()));
        }
        tell(item, unit, setting, text);
        SupervisionNotice notice = write(item, unit, setting, text, actor);
        ledger.activity(item, level.name());
        ledger.save(item);
        note(item, unit, notice, "issued", text, actor);
        return notice.id;
    }

    private void tell(Item item, Assignment unit, LevelSetting setting, String text) {
        NoticeLevel level = setting.level();
        String key = level.isWritten() ? "ledger.notice.written" : "ledger.notice.urged";
        UrgeResult result = inbox.urge(
                unit.unitId,
                ledger.notice(
                        ledger.frontOf(unit.unitId),
                        item,
                        key,
                        Map.of(
                                "text",
                                text,
                                "levelKey",
                                setting.name() == null ? "ledger.notice-level." + level : setting.name()),
                        "urged"));
        if (!result.sent() && !level.isWritten()) {
            throw LedgerError.URGED_RECENTLY.with(Map.of(
                    "next", LocalDateTime.ofInstant(result.nextPossible(), zone).format(TO_THE_MINUTE)));
        }
    }

    private SupervisionNotice write(Item item, Assignment unit, LevelSetting setting, String text, Actor actor) {
        NoticeLevel level = setting.level();
        SupervisionNotice notice = new SupervisionNotice();
        notice.id = TimeOrderedIds.next(clock);
        notice.itemId = item.id;
        notice.assignmentId = unit.id;
        notice.level = level;
        notice.state = level.isWritten() ? NoticeState.ISSUED : NoticeState.LIFTED;
        notice.text = text.strip();
        notice.issuedBy = actor.name();
        notice.issuedAt = clock.instant();
        if (setting.answerDays() > 0) {
            notice.answerDue = obligations.days(setting.answerDays());
            obligations.oweByUnit(obligation(notice), item, unit, "answer-notice", notice.answerDue);
        }
        notices.save(notice);
        return notice;
    }

    public void perform(UUID noticeId, NoticeStep step, StepInput input, Actor actor) {
        SupervisionNotice notice =
                notices.findById(noticeId).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", noticeId)));
        Assignment unit = ledger.assignment(notice.assignmentId);
        Item item = ledger.visibleItem(notice.itemId, actor);
        if (!step.isAllowedFrom(notice.state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", notice.state.name()));
        }
        if (!Permissions.hasOfficeRole(step, actor) && !permissions.actsFor(unit.unitId, step.by(), actor)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        notice.requireVersion(input.version());
        input.require(step);
        notice.move(step);
        switch (step) {
            case ANSWER -> {
                notice.answer = input.reason();
                notice.answeredBy = actor.name();
                notice.answeredAt = clock.instant();
                obligations.meet(obligation(notice), "ledger.notice", notice.id, actor);
            }
            case LIFT -> end(notice, actor, "lifted");
            case ESCALATE -> {
                end(notice, actor, "escalated");
                notice.nextId = issue(unit.id, next(notice.level), input.reason(), actor);
            }
        }
        notices.save(notice);
        Item fresh = ledger.item(item.id);
        ledger.activity(fresh, step.name());
        ledger.save(fresh);
        note(fresh, unit, notice, step.name().toLowerCase(java.util.Locale.ROOT), input.reason(), actor);
    }

    private void end(SupervisionNotice notice, Actor actor, String reason) {
        notice.endedBy = actor.name();
        notice.endedAt = clock.instant();
        if (notice.answeredAt == null && notice.answerDue != null) {
            obligations.release(obligation(notice), reason);
        }
    }

    private NoticeLevel next(NoticeLevel level) {
        return levels.after(level).orElseThrow(LedgerError.NOTICE_HIGHEST::plain);
    }

    private static UUID obligation(SupervisionNotice notice) {
        return LedgerObligations.id("notice", notice.id);
    }

    private void note(Item item, Assignment unit, SupervisionNotice notice, String action, String words, Actor actor) {
        String level = levels.of(notice.level).nameOrKey();
        Map<String, Object> details = Map.of("unit", ledger.unitName(unit.unitId), "level", level);
        ledger.note(item, "notice", notice.id, action, details, words, actor);
    }
}
