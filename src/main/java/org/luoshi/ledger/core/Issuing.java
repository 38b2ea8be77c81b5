package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.LimitUnit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sending an item to its units: due instants with their derivation, sign clocks, dispute windows, and the feedback they owe. */
@Component
class Issuing {

    private final Ledger ledger;
    private final LedgerObligations obligations;
    private final FeedbackDues dues;
    private final WorktimeApi worktime;
    private final LedgerSettings settings;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    Issuing(
            Ledger ledger,
            LedgerObligations obligations,
            FeedbackDues dues,
            WorktimeApi worktime,
            LedgerSettings settings,
            Texts texts,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.ledger = ledger;
        this.obligations = obligations;
        this.dues = dues;
        this.worktime = worktime;
        this.settings = settings;
        this.texts = texts;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** The caller saves the item. */
    void issue(Item item, Actor actor) {
        List<Assignment> units = ledger.assignmentsOf(item);
        if (units.stream().noneMatch(Assignment::isLead)) {
            throw LedgerError.NO_LEAD.plain();
        }
        item.issuedAt = clock.instant();
        deriveDue(item);
        ledger.dateChanged(item, null, "ORIGINAL", null, item.due, null, actor);
        send(item, units);
        ledger.saveUnits(units);
    }

    /** Sends each unit its part: at issue, or later to a unit that takes over. */
    void send(Item item, List<Assignment> units) {
        units.forEach(unit -> begin(item, unit));
        obligations.oweByUnits(
                item,
                units.stream()
                        .map(unit -> new LedgerObligations.Owed(signObligation(unit), unit, "sign", unit.signDue))
                        .toList());
        dues.generate(item, units);
        units.stream()
                .collect(Collectors.groupingBy(
                        unit -> new Told("ledger.notice." + (unit.isLead() ? "lead" : "co"), unit.due),
                        LinkedHashMap::new,
                        Collectors.mapping(unit -> unit.unitId, Collectors.toList())))
                .forEach((told, unitIds) ->
                        ledger.tellUnits(unitIds, item, told.textKey(), Map.of("due", words(told.due())), "issued"));
    }

    /** What units are told, the same for all that have the same part and limit. */
    private record Told(String textKey, @Nullable Instant due) {}

    private String words(@Nullable Instant due) {
        return due == null
                ? texts.get(Texts.SIMPLIFIED, "ledger.without-limit")
                : LocalDate.ofInstant(due, zone).toString();
    }

    private void begin(Item item, Assignment unit) {
        Instant now = clock.instant();
        unit.move(AssignmentStep.SEND, now);
        unit.issuedAt = now;
        int signHours = settings.of(LedgerSetting.SIGN_WORKING_HOURS);
        unit.signDue = worktime.due(now, Limit.workingHours(signHours)).due();
        int disputeDays = settings.of(LedgerSetting.DISPUTE_WORKING_DAYS);
        unit.disputeUntil = worktime.due(now, Limit.workingDays(disputeDays)).due();
        unit.due = unit.givenDue == null
                ? item.due
                : worktime.endOf(unit.givenDue, now).due();
        if (unit.due != null && item.due != null && unit.due.isAfter(item.due)) {
            unit.due = item.due;
        }
        unit.originalDue = unit.due;
    }

    /** A unit that had not signed when its item was stopped gets the whole time to sign again. */
    void askToSignAgain(Item item, Assignment unit) {
        if (unit.state != AssignmentState.TO_SIGN) {
            return;
        }
        Instant now = clock.instant();
        unit.signDue = worktime.due(now, Limit.workingHours(settings.of(LedgerSetting.SIGN_WORKING_HOURS)))
                .due();
        unit.disputeUntil = worktime.due(now, Limit.workingDays(settings.of(LedgerSetting.DISPUTE_WORKING_DAYS)))
                .due();
        obligations.reopen(signObligation(unit), unit.signDue, "resumed");
    }

    static UUID signObligation(Assignment unit) {
        return LedgerObligations.id("sign", unit.id);
    }

    /** Works out the limit from the day of issue (domain/supervision.md 1.8: counted from the day of assignment). */
    private void deriveDue(Item item) {
        DueDate due = dueOf(item.givenDue, item.limitClass, clock.instant());
        if (due == null) {
            return;
        }
        if (due.due().isBefore(clock.instant())) {
            throw LedgerError.DUE_IN_PAST.with(Map.of("date", LocalDate.ofInstant(due.due(), zone)));
        }
        item.due = due.due();
        item.originalDue = due.due();
        item.dueProvisional = due.provisional();
        item.derivation = String.join("\n", worktime.explain(due, Texts.SIMPLIFIED));
    }

    /** The limit that a given day or a class of limit makes from a start; null without either. */
    @Nullable
    DueDate dueOf(@Nullable LocalDate givenDue, @Nullable String limitClass, Instant start) {
        if (givenDue != null) {
            return worktime.endOf(givenDue, start);
        }
        return limitClass == null ? null : worktime.due(start, limitOf(limitClass));
    }

    Instant endOf(LocalDate day) {
        return worktime.endOf(day, clock.instant()).due();
    }

    private Limit limitOf(String limitClass) {
        return jdbc.sql("select amount, unit from ledger.limit_class where code = :code")
                .param("code", limitClass)
                .query((row, n) -> new Limit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit")), true))
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN_KIND.with(Map.of("kind", limitClass)));
    }

    /** Moves one unit's limit and, when it is the lead's, the item's; everything that hangs on it moves along. */
    void moveDue(Item item, Assignment unit, @Nullable Instant due, String kind, @Nullable String reason, Actor actor) {
        ledger.dateChanged(item, unit, kind, unit.due, due, reason, actor);
        unit.due = due;
        if (unit.isLead()) {
            item.due = due;
        }
        if (due == null) {
            dues.releaseFinal(unit);
            return;
        }
        jdbc.sql("""
                update ledger.feedback_due set due = :due
                where assignment_id = :id and kind = 'FINAL' and met_at is null and released_at is null
                """).param("due", Sql.at(due)).param("id", unit.id).update();
        dues.moveFinal(item, unit, due, kind);
    }
}
