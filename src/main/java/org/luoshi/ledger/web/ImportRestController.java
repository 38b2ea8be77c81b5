package org.luoshi.ledger.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ImportDryRun;
import org.luoshi.ledger.core.ImportFiling;
import org.luoshi.ledger.core.ImportHeading;
import org.luoshi.ledger.core.ImportLedgerService;
import org.luoshi.ledger.core.ImportMeaning;
import org.luoshi.ledger.core.ImportMessage;
import org.luoshi.ledger.core.ImportProposal;
import org.luoshi.ledger.core.ImportRow;
import org.luoshi.ledger.core.ImportTarget;
import org.luoshi.organization.WrittenName;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same import for programs: a file, a dry run as often as wanted, the filing. */
@RestController
@RequestMapping("/api/v1/ledger/imports")
class ImportRestController {

    private final ImportLedgerService imports;
    private final ImportFiling filing;
    private final Texts texts;

    ImportRestController(ImportLedgerService imports, ImportFiling filing, Texts texts) {
        this.imports = imports;
        this.filing = filing;
        this.texts = texts;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportProposal upload(@RequestParam MultipartFile file, @CurrentActor Actor actor) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return imports.open(imports.upload(name, file.getBytes(), actor), actor);
    }

    /** Lays what is given over what is known, and tells what filing would make. */
    @PostMapping("/{id}/dry-run")
    DryRun dryRun(@PathVariable UUID id, @RequestBody Wishes wishes, Locale locale, @CurrentActor Actor actor) {
        ImportProposal proposal = imports.open(id, actor);
        if (wishes.sheet() != null || wishes.headingRow() != null) {
            String sheet = Objects.requireNonNullElse(
                    wishes.sheet(), proposal.choices().sheet());
            int row = Objects.requireNonNullElse(wishes.headingRow(), 0);
            imports.readAnew(id, proposal.version(), sheet, row, actor);
            proposal = imports.open(id, actor);
        }
        var known = proposal.choices();
        imports.map(
                id,
                proposal.version(),
                Objects.requireNonNullElse(wishes.title(), known.title()),
                Objects.requireNonNullElse(wishes.reference(), known.reference()),
                Objects.requireNonNullElse(wishes.target(), known.target()),
                meanings(wishes, proposal),
                actor);
        imports.answer(
                id,
                proposal.version() + 1,
                Objects.requireNonNullElse(wishes.units(), known.units()),
                Objects.requireNonNullElse(wishes.dues(), known.dues()),
                Objects.requireNonNullElse(wishes.leftOut(), known.leftOut()),
                Objects.requireNonNullElse(wishes.again(), known.again()),
                actor);
        return DryRun.of(imports.dryRun(id, actor), texts, locale);
    }

    @PostMapping("/{id}/filing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started file(@PathVariable UUID id, @RequestParam int version, @CurrentActor Actor actor) {
        UUID job = filing.start(id, version, actor);
        return new Started(job, "/api/v1/jobs/" + job);
    }

    private static List<ImportMeaning> meanings(Wishes wishes, ImportProposal proposal) {
        Map<String, ImportMeaning> wanted = Objects.requireNonNullElse(wishes.meanings(), Map.of());
        return proposal.columns().stream()
                .map((ImportHeading column) -> wanted.getOrDefault(column.letter(), proposal.meaning(column)))
                .toList();
    }

    /** What is decided; what is left out stays as proposed. {@code meanings} by column letter. */
    record Wishes(
            @Nullable String sheet,
            @Nullable Integer headingRow,
            @Nullable String title,
            @Nullable LocalDate reference,
            @Nullable ImportTarget target,
            @Nullable Map<String, ImportMeaning> meanings,
            @Nullable Map<String, String> units,
            @Nullable Map<Integer, String> dues,
            @Nullable Set<Integer> leftOut,
            @Nullable Boolean again) {}

    /** The job that files. */
    record Started(UUID jobId, String href) {}

    /** The dry run with its messages in words. {@code version} is what filing must name. */
    record DryRun(
            UUID id,
            int version,
            boolean fileable,
            int items,
            long errors,
            long warnings,
            List<Line> rows,
            List<Name> names,
            ImportDryRun.@Nullable Earlier earlier) {

        static DryRun of(ImportDryRun plan, Texts texts, Locale locale) {
            return new DryRun(
                    plan.id(),
                    plan.version(),
                    plan.isFileable(),
                    plan.items().size(),
                    plan.errors(),
                    plan.warnings(),
                    plan.rows().stream()
                            .map(row -> new Line(row, said(row, texts, locale)))
                            .toList(),
                    plan.names().stream().map(Name::of).toList(),
                    plan.earlier());
        }

        private static List<Said> said(ImportRow row, Texts texts, Locale locale) {
            return row.messages().stream()
                    .map(message -> new Said(
                            message.level(),
                            "ledger.import.row." + message.key(),
                            texts.get(locale, message.textKey(), message.namesAndValues())))
                    .toList();
        }
    }

    /** A unit's name as the table writes it; {@code rows} is how many rows write it. */
    record Name(
            String written,
            int rows,
            boolean certain,
            boolean collective,
            List<WrittenName.Candidate> candidates,
            String decision,
            @Nullable UUID unitId,
            @Nullable String unitName) {

        static Name of(WrittenName name) {
            return new Name(
                    name.written(),
                    name.count(),
                    name.certain(),
                    name.collective(),
                    name.candidates(),
                    name.decision(),
                    name.unitId(),
                    name.unitName());
        }
    }

    record Line(ImportRow row, List<Said> messages) {}

    record Said(ImportMessage.Level level, String code, String text) {}
}
