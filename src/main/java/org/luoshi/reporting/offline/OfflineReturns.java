package org.luoshi.reporting.offline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.filling.FillingService;
import org.luoshi.reporting.filling.TypedReport;
import org.luoshi.reporting.filling.UnitContact;
import org.luoshi.reporting.filling.UnitContacts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Service;

/** Takes what comes back: one answer for each form, and the same answer however often it is sent. */
@Service
public class OfflineReturns {

    private final OfflineStore store;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final PlaceQueries places;
    private final FillingService filling;
    private final UnitContacts contacts;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final ZoneId zone;
    private final Clock clock;

    OfflineReturns(
            OfflineStore store,
            RegimeQueries regimes,
            OpenRounds rounds,
            PlaceQueries places,
            FillingService filling,
            UnitContacts contacts,
            OrganizationApi organization,
            AccessApi access,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.regimes = regimes;
        this.rounds = rounds;
        this.places = places;
        this.filling = filling;
        this.contacts = contacts;
        this.organization = organization;
        this.access = access;
        this.zone = zone;
        this.clock = clock;
    }

    /** From somebody without account: the token is the right. Tokens that are none are counted by network address. */
    public OfflineReceipt takeFromVisitor(OfflineAnswer answer, String address) {
        try {
            return take(answer, null, null);
        } catch (BusinessException refusal) {
            if (refusal.error() == OfflineError.UNKNOWN && !access.countWrongWord(address)) {
                throw OfflineError.TOO_MANY_TRIES.plain();
            }
            throw refusal;
        }
    }

    /**
     * From somebody with an account.
     *
     * @param here the round on whose page it is brought; the form of another is refused
     */
    public OfflineReceipt takeHere(OfflineAnswer answer, OpenRound here, Actor actor) {
        return take(answer, here, actor);
    }

    private OfflineReceipt take(OfflineAnswer answer, @Nullable OpenRound here, @Nullable Actor actor) {
        OfflineFile file = store.find(answer.token()).orElseThrow(OfflineError.UNKNOWN::plain);
        Place place = places.require(file.place());
        OpenRound open = rounds.require(regimes.require(file.regime()).key(), file.period());
        requireHere(open, here, place);
        byte[] content = answer.digest();
        if (file.usedAt() != null) {
            return known(file, open, place, content);
        }
        requireGood(file, open, place, answer);
        Map<String, String> typed = new HashMap<>(answer.typed());
        typed.put("seen", Integer.toString(file.seen()));
        TypedReport report = new TypedReport(typed);
        @Nullable UnitContact contact = contact(report, actor);
        Receipt receipt = filling.send(open, place.key(), report, actor, Channel.FILE);
        String signer = report.at("signer").strip();
        store.used(file, open, place, signer, receipt, content, actor);
        if (contact != null) {
            contacts.note(place, contact, actor == null ? Actor.system() : actor);
        }
        return receipt(open, place, signer, receipt.at(), receipt.revision(), false, receipt.warnings());
    }

    private static void requireHere(OpenRound open, @Nullable OpenRound here, Place place) {
        if (here != null && !here.round().equals(open.round())) {
            throw OfflineError.OTHER_ROUND.with(Map.of(
                    "unit",
                    place.name(),
                    "title",
                    open.regime().title(),
                    "period",
                    open.round().period()));
        }
    }

    /** What came of it the first time; something else in a used form is refused. */
    private OfflineReceipt known(OfflineFile file, OpenRound open, Place place, byte[] content) {
        Instant at = Objects.requireNonNull(file.usedAt());
        String signer = Objects.requireNonNullElse(file.usedBy(), "");
        int revision = Objects.requireNonNullElse(file.revision(), 0);
        if (!Arrays.equals(content, file.content())) {
            throw OfflineError.USED.with(
                    Map.of("unit", place.name(), "signer", signer, "at", at(at), "revision", revision));
        }
        return receipt(open, place, signer, at, revision, true, List.of());
    }

    private void requireGood(OfflineFile file, OpenRound open, Place place, OfflineAnswer answer) {
        if (!place.isValidOn(LocalDate.now(clock.withZone(zone)))) {
            throw OfflineError.UNIT_ENDED.with(Map.of("unit", place.name()));
        }
        if (file.replacedAt() != null) {
            throw OfflineError.REPLACED.with(
                    Map.of("unit", place.name(), "at", at(file.replacedAt()), "maker", maker(file)));
        }
        if (!clock.instant().isBefore(file.endsAt())) {
            throw OfflineError.EXPIRED.with(
                    Map.of("day", LocalDate.ofInstant(file.endsAt(), zone).minusDays(1), "maker", maker(file)));
        }
        if (file.number() != open.round().number()) {
            throw OfflineError.FORM_CHANGED.with(Map.of("title", open.regime().title(), "maker", maker(file)));
        }
        TreeSet<String> asked = new TreeSet<>();
        open.form().fields().stream().map(ReportField::code).forEach(asked::add);
        if (!asked.equals(new TreeSet<>(answer.asked()))) {
            asked.removeAll(answer.asked());
            throw OfflineError.CHANGED.with(Map.of("found", String.join("、", asked)));
        }
    }

    /** Who has no account signs with a telephone; of the others it is noted where it was given. */
    private static @Nullable UnitContact contact(TypedReport report, @Nullable Actor actor) {
        return actor != null && report.at("telephone").isBlank()
                ? null
                : UnitContact.typed(report.at("signer"), "signer", report.at("telephone"));
    }

    private OfflineReceipt receipt(
            OpenRound open,
            Place place,
            String signer,
            Instant at,
            int revision,
            boolean again,
            List<String> warnings) {
        String fullName = places.fullNames(List.of(place.key())).getOrDefault(place.key(), place.name());
        return new OfflineReceipt(open, place, fullName, signer, at, revision, again, warnings);
    }

    private String at(Instant instant) {
        return instant.atZone(zone).format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));
    }

    private String maker(OfflineFile file) {
        return file.madeBy() == null
                ? ""
                : organization.person(file.madeBy()).map(Person::name).orElse("");
    }
}
