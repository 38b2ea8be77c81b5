package org.luoshi.reporting.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A regime while it is drafted and while it runs; who signs it stands in {@link RegimeApproval}. */
@Service
@Transactional
public class RegimeService {

    /** Whatever is asked for longer than this is asked again, with a fresh look at its burden. Ours. */
    private static final int MOST_YEARS = 2;

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final TargetStore targets;
    private final FormsQueries forms;
    private final FormService formService;
    private final Burden burden;
    private final PlaceRegister register;
    private final PlaceQueries places;
    private final RoundMaker rounds;
    private final OpenRounds openRounds;
    private final FilesApi files;
    private final HistoryApi history;
    private final Keepers keepers;
    private final ZoneId zone;
    private final Clock clock;

    RegimeService(
            JdbcClient jdbc,
            RegimeQueries regimes,
            TargetStore targets,
            FormsQueries forms,
            FormService formService,
            Burden burden,
            PlaceRegister register,
            PlaceQueries places,
            RoundMaker rounds,
            OpenRounds openRounds,
            FilesApi files,
            HistoryApi history,
            Keepers keepers,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.targets = targets;
        this.forms = forms;
        this.formService = formService;
        this.burden = burden;
        this.register = register;
        this.places = places;
        this.rounds = rounds;
        this.openRounds = openRounds;
        this.files = files;
        this.history = history;
        this.keepers = keepers;
        this.zone = zone;
        this.clock = clock;
    }

    public Regime draft(NewRegime regime, Actor actor) {
        keepers.require(actor);
        check(regime);
        UUID key = TimeOrderedIds.next(clock);
        int id = jdbc.sql("""
                        insert into reporting.regime (key, version, title, form_id, basis, purpose, recipients, rhythm, first_day,
                            last_day, cut_off, days_later, grace_days, drafted_by, drafted_at, second_needed)
                        values (:key, 1, :title, :form, :basis, :purpose, :recipients, :rhythm, :first, :last, :cutOff, :daysLater,
                            :grace, :drafter, :now, false)
                        returning id
                        """)
                .params(values(regime))
                .param("key", key)
                .param("drafter", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
        targets.replace(id, targetsOf(regime));
        record(key, "drafted", Map.of("title", regime.title()), null, actor);
        return regimes.require(key);
    }

    /** While it is a draft; one that was submitted must be returned first. Who wrote it last answers for it and cannot sign it. */
    public void change(UUID key, int seenVersion, NewRegime wanted, Actor actor) {
        keepers.require(actor);
        Regime regime = regimes.require(key);
        requireState(regime, RegimeState.DRAFT);
        check(wanted);
        int changed = jdbc.sql("""
                        update reporting.regime set version = version + 1, title = :title, form_id = :form, basis = :basis,
                            purpose = :purpose, recipients = :recipients, rhythm = :rhythm, first_day = :first, last_day = :last,
                            cut_off = :cutOff, days_later = :daysLater, grace_days = :grace, drafted_by = :drafter, drafted_at = :now
                        where key = :key and version = :version
                        """)
                .params(values(wanted))
                .param("key", key)
                .param("drafter", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .param("version", seenVersion)
                .update();
        if (changed == 0) {
            throw FormError.CHANGED_MEANWHILE.plain();
        }
        targets.replace(regime.id(), targetsOf(wanted));
        record(key, "changed", Map.of("title", wanted.title()), null, actor);
    }

    /** While it is a draft: a field that is reported elsewhere is not asked for again, see {@link FormService#without}. */
    public void askWithout(UUID key, UUID fieldId, Actor actor) {
        Regime regime = regimes.require(key);
        requireState(regime, RegimeState.DRAFT);
        formService.without(regime.formId(), fieldId, actor);
    }

    /** Today's period is the last one that is asked for. */
    public void stop(UUID key, String reason, Actor actor) {
        keepers.require(actor);
        Typing.require("reason", reason, 300);
        files.requireUnmarked(reason);
        Regime regime = regimes.require(key);
        LocalDate today = today();
        requireState(regime, RegimeState.RUNNING, RegimeState.UPCOMING);
        LocalDate last =
                regime.state(today) == RegimeState.UPCOMING ? regime.firstDay().minusDays(1) : today;
        jdbc.sql("""
                        update reporting.regime set version = version + 1, stopped_on = :last, stopped_for = :reason
                        where key = :key
                        """)
                .param("last", last)
                .param("reason", reason)
                .param("key", key)
                .update();
        record(key, "stopped", Map.of("title", regime.title(), "last", last), reason, actor);
        rounds.stop(regimes.require(key), actor);
    }

    /** Lets a unit off for some days, both included, with a reason and an end. */
    public void exempt(UUID key, UUID unitId, LocalDate from, LocalDate to, String reason, Actor actor) {
        keepers.require(actor);
        Typing.require("reason", reason, 300);
        files.requireUnmarked(reason);
        if (to.isBefore(from)) {
            throw FormError.END_BEFORE_START.with(Map.of("field", "to"));
        }
        Regime regime = regimes.require(key);
        requireState(regime, RegimeState.RUNNING, RegimeState.UPCOMING);
        LocalDate last = to.isAfter(regime.end()) ? regime.end() : to;
        if (last.isBefore(from)) {
            throw FormError.NOT_ASKED.with(Map.of("field", "from"));
        }
        Place place = places.ofUnits(List.of(unitId)).stream()
                .findFirst()
                .orElseThrow(() -> FormError.UNIT_UNKNOWN.with(Map.of("field", "unit", "name", "")));
        if (!targets.asks(regime.id(), place.key())) {
            throw FormError.NOT_ASKED.with(Map.of("field", "unit"));
        }
        jdbc.sql("""
                        insert into reporting.exemption (id, regime, place, from_day, to_day, reason, by_id, made_at)
                        values (:id, :regime, :place, :from, :to, :reason, :by, :now)
                        """)
                .param("id", TimeOrderedIds.next(clock))
                .param("regime", regime.id())
                .param("place", place.key())
                .param("from", from)
                .param("to", last)
                .param("reason", reason)
                .param("by", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
        rounds.exempt(regime, place.key(), from, last, reason);
        openRounds.forget();
        record(key, "exempted", Map.of("name", place.name(), "from", from, "to", last), reason, actor);
    }

    /**
     * From that day on it asks by the newest issued version of its form. Rounds that are laid down already keep theirs. What asks for more than
     * was signed is a new regime, with a gate of its own.
     */
    public void useNewestVersion(UUID key, LocalDate from, Actor actor) {
        keepers.require(actor);
        Regime regime = regimes.require(key);
        requireState(regime, RegimeState.RUNNING, RegimeState.UPCOMING);
        if (!from.isAfter(today().plusDays(1)) || from.isAfter(regime.end())) {
            throw FormError.BEGINS_IN_PAST.with(Map.of("field", "from", "first", today().plusDays(2)));
        }
        FormVersionView newest = forms.newestIssued(regime.formId()).orElseThrow(FormError.NOT_ISSUED::plain);
        if (burden.minutes(newest.fields()).compareTo(burden.minutes(forms.asked(regime))) > 0) {
            throw FormError.HEAVIER_VERSION.plain();
        }
        int number = newest.number();
        jdbc.sql("""
                        insert into reporting.regime_form (regime, from_day, form_id, number) values (:regime, :from, :form, :number)
                        on conflict (regime, from_day) do update set number = excluded.number
                        """)
                .param("regime", regime.id())
                .param("from", from)
                .param("form", regime.formId())
                .param("number", number)
                .update();
        record(key, "version-changed", Map.of("title", regime.title(), "number", number, "from", from), null, actor);
    }

    private void check(NewRegime regime) {
        Typing.require("title", regime.title(), 60);
        Typing.atMost("basis", regime.basis(), 300);
        Typing.atMost("purpose", regime.purpose(), 300);
        Typing.atMost("recipients", String.join("、", regime.recipients()), 300);
        files.requireUnmarked(regime.title() + "\n" + regime.basis() + "\n" + regime.purpose() + "\n"
                + String.join("\n", regime.recipients()));
        forms.name(regime.formId());
        if (regime.lastDay().isBefore(regime.firstDay())) {
            throw FormError.END_BEFORE_START.with(Map.of("field", "lastDay"));
        }
        if (regime.lastDay().isAfter(regime.firstDay().plusYears(MOST_YEARS))) {
            throw FormError.TOO_LONG.with(Map.of("field", "lastDay", "years", MOST_YEARS));
        }
        if (regime.below().isEmpty() && regime.level() == null) {
            throw FormError.NOBODY_ASKED.with(Map.of("field", "units"));
        }
    }

    private List<TargetStore.Target> targetsOf(NewRegime regime) {
        register.refresh();
        if (regime.below().isEmpty()) {
            return List.of(new TargetStore.Target(0, regime.level()));
        }
        List<Place> named = places.ofUnits(regime.below());
        if (named.size() < regime.below().size()) {
            throw FormError.UNIT_UNKNOWN.with(Map.of("field", "units", "name", ""));
        }
        return named.stream()
                .map(place -> new TargetStore.Target(place.key(), regime.level()))
                .toList();
    }

    private void requireState(Regime regime, RegimeState... states) {
        if (!List.of(states).contains(regime.state(today()))) {
            throw FormError.NOT_NOW.plain();
        }
    }

    private static Map<String, @Nullable Object> values(NewRegime regime) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", regime.title());
        values.put("form", regime.formId());
        values.put("basis", regime.basis());
        values.put("purpose", regime.purpose());
        values.put("recipients", Sql.texts(regime.recipients()));
        values.put("rhythm", regime.rhythm().name());
        values.put("first", regime.firstDay());
        values.put("last", regime.lastDay());
        values.put("cutOff", regime.cutOff());
        values.put("daysLater", regime.daysLater());
        values.put("grace", regime.graceDays());
        return values;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private void record(UUID key, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(new HistoryFact(key, "reporting.regime", key, action, details, reason), actor);
    }
}
