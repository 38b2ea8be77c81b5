package org.luoshi.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.core.ItemLookup;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.UnitMatch;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads what people typed into a step: dates, units by name, items by number, files; and offers what can be chosen. */
@Component
class StepForms {

    private final OrganizationApi organization;
    private final FilesApi files;
    private final ItemLookup items;
    private final ZoneId zone;
    private final Clock clock;

    StepForms(OrganizationApi organization, FilesApi files, ItemLookup items, ZoneId zone, Clock clock) {
        this.organization = organization;
        this.files = files;
        this.items = items;
        this.zone = zone;
        this.clock = clock;
    }

    /** The input of a step; {@code fileIds} are those that {@link #store} has put away. */
    StepInput read(StepForm form, List<UUID> fileIds, Actor actor) {
        return new StepInput(
                number(form.version()),
                form.words(),
                date(form.date()),
                blank(form.unit()) ? null : unit(form.text(form.unit())),
                blank(form.person()) ? null : id(form.text(form.person())),
                blank(form.item()) ? null : item(form.text(form.item()), actor),
                blank(form.rejectCode()) ? null : RejectCode.valueOf(form.text(form.rejectCode())),
                fileIds);
    }

    /** Stores what was uploaded now and adds what an earlier try stored. */
    List<UUID> store(@Nullable List<MultipartFile> uploads, @Nullable List<String> kept, Actor actor) {
        List<UUID> ids = new ArrayList<>();
        if (kept != null) {
            kept.stream().filter(file -> !file.isBlank()).forEach(file -> ids.add(id(file)));
        }
        if (uploads != null) {
            uploads.stream()
                    .filter(upload -> !upload.isEmpty()
                            || !Objects.toString(upload.getOriginalFilename(), "")
                                    .isEmpty())
                    .forEach(upload -> ids.add(files.store(upload, actor).id()));
        }
        return ids;
    }

    /** An item by its number as written. */
    UUID item(String written, Actor actor) {
        return items.byReference(written, actor);
    }

    /** A unit by its written name: the same name, short name or alias, or an area told apart; a near one is not taken silently. */
    UUID unit(String written) {
        Optional<Unit> named = organization.unitNamed(written.strip());
        if (named.isPresent()) {
            return named.get().id();
        }
        List<UnitMatch> matches = organization.matchUnits(written.strip(), 2);
        if (matches.isEmpty() || matches.get(0).confidence() < 1) {
            String nearest = matches.isEmpty() ? "" : matches.get(0).unit().shortName();
            throw nearest.isEmpty()
                    ? LedgerError.UNKNOWN_UNIT.plain()
                    : LedgerError.UNIT_NOT_EXACT.with(Map.of("written", written, "nearest", nearest));
        }
        return matches.get(0).unit().id();
    }

    List<String> unitNames() {
        return organization.unitsOn(today()).stream()
                .limit(600)
                .map(Unit::shortName)
                .toList();
    }

    /** Who works in this unit and the divisions below it today. */
    List<PersonChoice> peopleOf(UUID unitId) {
        List<PersonChoice> choices = new ArrayList<>();
        List<Unit> units = organization.unitsOn(today()).stream()
                .filter(unit -> unit.path().contains(unitId))
                .collect(Collectors.toList());
        // An area is no part of the directory.
        organization.unit(unitId).filter(unit -> unit.kind() == UnitKind.AREA).ifPresent(area -> units.add(0, area));
        for (Unit unit : units) {
            List<Post> posts = organization.postsOf(unit.id());
            List<Holding> holdings =
                    organization.holdersOf(posts.stream().map(Post::id).toList(), today());
            Map<UUID, Person> people =
                    organization.people(holdings.stream().map(Holding::personId).toList());
            for (Post post : posts) {
                holdings.stream()
                        .filter(holding -> holding.postId().equals(post.id()))
                        .map(holding -> people.get(holding.personId()))
                        .filter(Objects::nonNull)
                        .forEach(person -> choices.add(new PersonChoice(
                                person.id().toString(), person.name() + "　" + unit.shortName() + " " + post.title())));
            }
        }
        return choices;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    static @Nullable LocalDate date(@Nullable String written) {
        if (blank(written)) {
            return null;
        }
        try {
            return LocalDate.parse(String.valueOf(written).strip());
        } catch (DateTimeParseException notADate) {
            throw LedgerError.NOT_A_DATE.with(Map.of("written", String.valueOf(written)));
        }
    }

    static UUID id(String written) {
        try {
            return UUID.fromString(written.strip());
        } catch (IllegalArgumentException notAnId) {
            throw LedgerError.UNKNOWN.with(Map.of("id", written));
        }
    }

    static int number(@Nullable String written) {
        try {
            return written == null ? 0 : Integer.parseInt(written.strip());
        } catch (NumberFormatException notANumber) {
            throw LedgerError.UNKNOWN.with(Map.of("id", String.valueOf(written)));
        }
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Lines or names separated as people separate them. */
    static List<String> names(@Nullable String written) {
        return blank(written)
                ? List.of()
                : Arrays.stream(String.valueOf(written).split("[、，,；;\\r\\n]+"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
