package org.luoshi.reporting.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RegimeState;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of regimes show. Whoever reports for somebody sees those that run; drafts are the office's. */
@Component
@Transactional
public class RegimeViews {

    private static final int HISTORY = 50;

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final RegimeApproval approval;
    private final TargetStore targets;
    private final FormsQueries forms;
    private final BurdenGate gate;
    private final PlaceQueries places;
    private final Senders senders;
    private final Keepers keepers;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    RegimeViews(
            JdbcClient jdbc,
            RegimeQueries regimes,
            RegimeApproval approval,
            TargetStore targets,
            FormsQueries forms,
            BurdenGate gate,
            PlaceQueries places,
            Senders senders,
            Keepers keepers,
            OrganizationApi organization,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.approval = approval;
        this.targets = targets;
        this.forms = forms;
        this.gate = gate;
        this.places = places;
        this.senders = senders;
        this.keepers = keepers;
        this.organization = organization;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    /** A regime in the list. */
    public record Line(Regime regime, RegimeState state, String formName) {}

    public boolean keeps(Actor actor) {
        return keepers.keeps(actor);
    }

    public List<Line> all(Actor actor) {
        requireSight(actor);
        LocalDate today = today();
        Map<UUID, String> names = forms.all().stream().collect(Collectors.toMap(FormSummary::id, FormSummary::name));
        return regimes.all().stream()
                .filter(regime -> senders.readsAll(actor) || regime.isApproved())
                .map(regime -> new Line(regime, regime.state(today), names.getOrDefault(regime.formId(), "")))
                .toList();
    }

    public RegimePage page(UUID key, Actor actor) {
        requireSight(actor);
        Regime regime = regimes.require(key);
        if (!senders.readsAll(actor) && !regime.isApproved()) {
            throw FormError.NOT_YOURS.plain();
        }
        List<TargetStore.Target> asked = targets.of(regime.id());
        return new RegimePage(
                regime,
                regime.state(today()),
                forms.name(regime.formId()),
                names(asked),
                asked.stream()
                        .map(TargetStore.Target::level)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                targets.countUnits(regime.id()),
                regimes.current(regime.id(), today()).map(Round::period).orElse(null),
                gate.kept(regime).orElseGet(() -> gate.weigh(regime)),
                keepers.keeps(actor),
                approval.mayApprove(regime, actor),
                versions(regime.id()),
                exemptions(regime.id()),
                people(regime),
                past(key));
    }

    /** With the areas above, so that namesakes are told apart and the form understands them again. */
    private List<String> names(List<TargetStore.Target> asked) {
        List<UUID> ids = places
                .all(asked.stream().map(TargetStore.Target::place).toList())
                .values()
                .stream()
                .sorted(Comparator.comparingLong(Place::key))
                .map(Place::unitId)
                .toList();
        Map<UUID, Unit> units = organization.units(ids);
        Map<UUID, String> names = organization.fullNames(units.values());
        return ids.stream().filter(names::containsKey).map(names::get).toList();
    }

    private List<RegimePage.AskedVersion> versions(int regime) {
        return jdbc.sql("select from_day, number from reporting.regime_form where regime = :regime order by from_day")
                .param("regime", regime)
                .query(RegimePage.AskedVersion.class)
                .list();
    }

    private List<RegimePage.ExemptionLine> exemptions(int regime) {
        return jdbc.sql("""
                        select p.name, e.from_day, e.to_day, e.reason, e.made_at
                        from reporting.exemption e join reporting.place p on p.key = e.place
                        where e.regime = :regime order by e.made_at desc, e.id desc
                        """)
                .param("regime", regime)
                .query((row, index) -> new RegimePage.ExemptionLine(
                        row.getString("name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Without the batches of reports: hundreds a day, and the totals say it better. */
    private List<RegimePage.PastLine> past(UUID key) {
        return history.ofOthers(key, "reporting.batch", HISTORY).stream()
                .map(line -> new RegimePage.PastLine(
                        line.happenedAt(),
                        "history." + line.subjectKind() + "." + line.action(),
                        line.details().entrySet().stream()
                                .flatMap(detail -> Stream.of(detail.getKey(), detail.getValue()))
                                .toArray(),
                        line.actorName(),
                        line.reason()))
                .toList();
    }

    private Map<UUID, String> people(Regime regime) {
        List<UUID> ids = Stream.<@Nullable UUID>of(regime.draftedBy(), regime.approverId(), regime.secondId())
                .filter(Objects::nonNull)
                .toList();
        return organization.people(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private void requireSight(Actor actor) {
        if (!senders.readsAll(actor) && senders.ownPlaces(actor).isEmpty()) {
            throw FormError.NOT_YOURS.plain();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
