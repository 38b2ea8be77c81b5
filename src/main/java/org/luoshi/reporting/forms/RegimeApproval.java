package org.luoshi.reporting.forms;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signatures of a regime: submitted by who drafted it, approved by the director, above the budget of a unit by a leader of the office
 * too. Nobody signs what they drafted.
 */
@Service
@Transactional
public class RegimeApproval {

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final BurdenGate gate;
    private final TargetStore targets;
    private final RoundMaker rounds;
    private final ObligationsApi obligations;
    private final AccessApi access;
    private final FilesApi files;
    private final HistoryApi history;
    private final JsonMapper json;
    private final Keepers keepers;
    private final ZoneId zone;
    private final Clock clock;

    RegimeApproval(
            JdbcClient jdbc,
            RegimeQueries regimes,
            BurdenGate gate,
            TargetStore targets,
            RoundMaker rounds,
            ObligationsApi obligations,
            AccessApi access,
            FilesApi files,
            HistoryApi history,
            JsonMapper json,
            Keepers keepers,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.gate = gate;
        this.targets = targets;
        this.rounds = rounds;
        this.obligations = obligations;
        this.access = access;
        this.files = files;
        this.history = history;
        this.json = json;
        this.keepers = keepers;
        this.zone = zone;
        this.clock = clock;
    }

    /** Refused ({@link FormError#GATE_CLOSED}) while anything that the gate asks for is missing. */
    public void submit(UUID key, Actor actor) {
        keepers.require(actor);
        Regime regime = require(key, RegimeState.DRAFT);
        GateView weighed = gate.weigh(regime);
        if (!weighed.passes()) {
            throw FormError.GATE_CLOSED.plain();
        }
        step(
                regime,
                "submitted_at = :now, returned_for = null, second_needed = :second, gate = cast(:gate as jsonb)",
                Map.of(
                        "now", Sql.at(clock.instant()),
                        "second", weighed.secondNeeded(),
                        "gate", json.writeValueAsString(weighed)));
        record(regime, "submitted", null, actor);
        ask(regimes.require(key), Role.OFFICE_DIRECTOR, "approve-regime");
    }

    /** The director signs; where a second signature is needed, a leader of the office after that. */
    public void approve(UUID key, Actor actor) {
        Regime regime = require(key, RegimeState.SUBMITTED);
        if (!mayApprove(regime, actor)) {
            throw FormError.SECOND_EYES.plain();
        }
        LocalDate firstDay = firstDayLeft(regime);
        boolean first = regime.approvedAt() == null;
        String columns = first ? "approver_id = :by, approved_at = :now" : "second_id = :by, second_at = :now";
        step(regime, columns, Map.of("by", actor.personId(), "now", Sql.at(clock.instant())));
        meet(regime, first ? Role.OFFICE_DIRECTOR : Role.OFFICE_LEADER, actor);
        record(regime, first ? "approved" : "approved-second", null, actor);
        Regime signed = regimes.require(key);
        if (signed.isApproved()) {
            begin(signed, firstDay);
        } else {
            ask(signed, Role.OFFICE_LEADER, "approve-regime-second");
        }
    }

    public void giveBack(UUID key, String reason, Actor actor) {
        Typing.require("reason", reason, 300);
        files.requireUnmarked(reason);
        Regime regime = require(key, RegimeState.SUBMITTED);
        if (!mayApprove(regime, actor)) {
            throw FormError.SECOND_EYES.plain();
        }
        step(
                regime,
                "submitted_at = null, approver_id = null, approved_at = null, returned_for = :reason",
                Map.of("reason", reason));
        meet(regime, regime.approvedAt() == null ? Role.OFFICE_DIRECTOR : Role.OFFICE_LEADER, actor);
        record(regime, "returned", reason, actor);
    }

    /** Not signed by all yet, it becomes a draft again. */
    public void takeBack(UUID key, Actor actor) {
        keepers.require(actor);
        Regime regime = require(key, RegimeState.SUBMITTED);
        step(regime, "submitted_at = null, approver_id = null, approved_at = null", Map.of());
        obligations.releaseAllOf("reporting.regime", key, "taken back");
        record(regime, "taken-back", null, actor);
    }

    /** A draft that nobody needs; what happened to it stays in the history. */
    public void discard(UUID key, Actor actor) {
        keepers.require(actor);
        Regime regime = require(key, RegimeState.DRAFT);
        targets.replace(regime.id(), List.of());
        jdbc.sql("delete from reporting.regime where id = :id and submitted_at is null")
                .param("id", regime.id())
                .update();
        record(regime, "discarded", null, actor);
    }

    /** Refused where somebody else changed it in the same moment. */
    private void step(Regime regime, String columns, Map<String, Object> values) {
        int changed = jdbc.sql("update reporting.regime set version = version + 1, " + columns
                        + " where key = :key and version = :version")
                .params(values)
                .param("key", regime.key())
                .param("version", regime.version())
                .update();
        if (changed == 0) {
            throw FormError.CHANGED_MEANWHILE.plain();
        }
    }

    /** Whether the next signature can be this person's. */
    public boolean mayApprove(Regime regime, Actor actor) {
        if (regime.state(today()) != RegimeState.SUBMITTED || regime.draftedBy().equals(actor.personId())) {
            return false;
        }
        return regime.approvedAt() == null
                ? actor.has(Role.OFFICE_DIRECTOR)
                : actor.has(Role.OFFICE_LEADER) && !actor.personId().equals(regime.approverId());
    }

    private void begin(Regime regime, LocalDate first) {
        jdbc.sql(
                        "insert into reporting.regime_form (regime, from_day, form_id, number) values (:regime, :from, :form, :number)")
                .param("regime", regime.id())
                .param("from", regime.firstDay())
                .param("form", regime.formId())
                .param("number", weighedNumber(regime))
                .update();
        jdbc.sql("update reporting.regime set kept_level = :level, first_day = :first where id = :id")
                .param("level", keptLevel(regime.id()), java.sql.Types.SMALLINT)
                .param("first", first)
                .param("id", regime.id())
                .update();
        rounds.start(regimes.require(regime.key()));
    }

    /** What was weighed at the gate is what is asked for, also when a newer version was issued meanwhile. */
    private int weighedNumber(Regime regime) {
        return gate.kept(regime).map(GateView::formNumber).orElseThrow(FormError.NOT_ISSUED::plain);
    }

    /** What is signed late asks for nothing that is past: the first day whose cut-off is still to come. Refused where none is left. */
    private LocalDate firstDayLeft(Regime regime) {
        LocalDate first = regime.firstDay();
        while (!first.isAfter(regime.lastDay()) && !isAhead(regime, first)) {
            first = first.plusDays(1);
        }
        if (first.isAfter(regime.lastDay())) {
            throw FormError.END_PASSED.plain();
        }
        return first;
    }

    private boolean isAhead(Regime regime, LocalDate day) {
        return !day.isBefore(today())
                && day.plusDays(regime.daysLater())
                        .atTime(regime.cutOff())
                        .atZone(zone)
                        .toInstant()
                        .isAfter(clock.instant());
    }

    /** Totals are kept two levels above the units that report, where all are of one level that has so many above it. */
    private @Nullable Integer keptLevel(int regime) {
        List<@Nullable Integer> levels = targets.of(regime).stream()
                .map(TargetStore.Target::level)
                .distinct()
                .toList();
        Integer level = levels.size() == 1 ? levels.get(0) : null;
        return level == null || level < 3 ? null : Integer.valueOf(level - 2);
    }

    private void ask(Regime regime, Role role, String kind) {
        for (UUID person : access.holders(role)) {
            if (!person.equals(regime.draftedBy())) {
                access.actor(person).seats().stream()
                        .filter(seat -> seat.roles().contains(role))
                        .findFirst()
                        .ifPresent(seat -> obligations.owe(new NewObligation(
                                deskId(regime, role, seat.unitId()),
                                "reporting.regime",
                                regime.key(),
                                seat.unitId(),
                                role,
                                null,
                                kind,
                                regime.title(),
                                "/reporting/regimes/" + regime.key(),
                                null)));
            }
        }
    }

    private void meet(Regime regime, Role role, Actor actor) {
        List<UUID> ids = access.holders(role).stream()
                .flatMap(person -> access.actor(person).unitsAs(role).stream())
                .distinct()
                .map(unit -> deskId(regime, role, unit))
                .toList();
        obligations.meet(ids, "reporting.approval", regime.key(), clock.instant(), actor);
    }

    /** One for each time that it is submitted. */
    private static UUID deskId(Regime regime, Role role, UUID unit) {
        String name = regime.key() + "/" + role + "/" + unit + "/" + regime.submittedAt();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Regime require(UUID key, RegimeState state) {
        Regime regime = regimes.require(key);
        if (regime.state(today()) != state) {
            throw FormError.NOT_NOW.plain();
        }
        return regime;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private void record(Regime regime, String action, @Nullable String reason, Actor actor) {
        history.record(
                new HistoryFact(
                        regime.key(),
                        "reporting.regime",
                        regime.key(),
                        action,
                        Map.of("title", regime.title()),
                        reason),
                actor);
    }
}
