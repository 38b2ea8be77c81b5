package org.luoshi.intake.core;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.files.Inspector;
import org.luoshi.intake.CodePoints;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.FiledPaper;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files a corrected paper: source, clauses and items in one transaction, all of it or nothing. */
@Service
public class IntakeFiling {

    /** Up to here a person waits for it; longer ones are work in the background. */
    private static final int QUICK = 100;

    private static final JobsApi.Progress UNSEEN = new JobsApi.Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void checkCancelled() {}
    };

    private final IntakeService service;
    private final PaperStore store;
    private final ItemsToFile items;
    private final LedgerApi ledger;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final JobsApi jobs;
    private final TransactionTemplate transaction;

    IntakeFiling(
            IntakeService service,
            PaperStore store,
            ItemsToFile items,
            LedgerApi ledger,
            OrganizationApi organization,
            FilesApi files,
            JobsApi jobs,
            PlatformTransactionManager transactions) {
        this.service = service;
        this.store = store;
        this.items = items;
        this.ledger = ledger;
        this.organization = organization;
        this.files = files;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the officer says of the paper itself. */
    public record Facts(
            String kind,
            String title,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable UUID leaderPostId) {}

    /** Keeps the facts and the decisions about names; nothing is filed. */
    public void prepare(UUID id, int version, Facts facts, Map<String, String> names, boolean again, Actor actor) {
        transaction.executeWithoutResult(unused -> service.change(id, version, actor, (draft, body) -> {
            Map<String, String> decided = new HashMap<>(draft.names());
            decided.putAll(names);
            return draft.withFacts(facts.title(), facts.number(), facts.issuedOn(), decided, again);
        }));
    }

    /** Files at once, or starts to: the address to look at next. Refused before anything is written where something is still open. */
    public String start(UUID id, int version, Facts facts, Actor actor) {
        IntakePaper paper = requireFileable(id, version, facts, actor);
        if (paper.draft().kept().size() <= QUICK) {
            return "/ledger/sources/" + file(id, version, facts, UNSEEN, actor);
        }
        UUID job = jobs.start("intake-filing", Map.of("title", facts.title()), actor, progress -> {
            UUID source = file(id, version, facts, progress, actor);
            return new JobOutcome(
                    "intake.filed",
                    Map.of("items", String.valueOf(paper.draft().kept().size())),
                    "/ledger/sources/" + source,
                    null);
        });
        return "/jobs/" + job;
    }

    private IntakePaper requireFileable(UUID id, int version, Facts facts, Actor actor) {
        IntakePaper paper = service.paper(id, actor);
        if (paper.filed()) {
            throw IntakeError.ALREADY_FILED.plain();
        }
        if (paper.version() != version) {
            throw IntakeError.CHANGED_MEANWHILE.plain();
        }
        if (facts.title().isBlank()) {
            throw IntakeError.TITLE_MISSING.plain();
        }
        if (paper.draft().kept().isEmpty()) {
            throw IntakeError.NOTHING_TO_FILE.plain();
        }
        List<String> undecided = service.names(paper.draft()).values().stream()
                .filter(name -> !name.isDecided())
                .map(WrittenName::written)
                .toList();
        if (!undecided.isEmpty()) {
            throw IntakeError.NAMES_UNDECIDED.with(Map.of("names", String.join("、", undecided)));
        }
        Optional<IntakePaper.Earlier> earlier = service.filedBefore(paper);
        if (earlier.isPresent() && !paper.draft().again()) {
            throw IntakeError.FILED_BEFORE.with(
                    Map.of("by", earlier.get().by(), "items", earlier.get().items()));
        }
        return paper;
    }

    private UUID file(UUID id, int version, Facts facts, JobsApi.Progress progress, Actor actor) {
        return Objects.requireNonNull(transaction.execute(unused -> {
            store.lock(id, actor);
            IntakePaper paper = requireFileable(id, version, facts, actor);
            Map<String, WrittenName> names = service.names(paper.draft());
            Map<String, UUID> units = organization.unitsFor(names.values(), actor);
            FiledPaper filed = ledger.filePaper(toFile(paper, facts, units, actor), "intake-" + id, progress, actor);
            store.filed(id, filed.sourceId(), filed.itemIds().size());
            return filed.sourceId();
        }));
    }

    private PaperToFile toFile(IntakePaper paper, Facts facts, Map<String, UUID> units, Actor actor) {
        List<IntakeItem> kept = paper.draft().kept();
        return new PaperToFile(
                facts.kind(),
                facts.title(),
                facts.number(),
                facts.issuedOn(),
                facts.leaderPostId(),
                paper.body(),
                stored(paper, actor),
                clauses(paper, kept, actor),
                kept.stream().map(item -> items.of(item, units)).toList());
    }

    /** The file itself; of a web page, which the house does not keep, its text. */
    private List<UUID> stored(IntakePaper paper, Actor actor) {
        String name = paper.fileName();
        if (name == null) {
            return List.of();
        }
        byte[] content = store.content(paper.id()).orElseThrow(IntakeError.ALREADY_FILED::plain);
        boolean isPage = Inspector.inspect(name, content).equals("html");
        return List.of(
                isPage
                        ? files.store(
                                        name.replaceFirst("\\.[A-Za-z]+$", "") + ".txt",
                                        paper.body().getBytes(StandardCharsets.UTF_8),
                                        actor)
                                .id()
                        : files.store(name, content, actor).id());
    }

    /** Clauses must not overlap: where two items share words, the first has them. */
    private List<PaperToFile.Clause> clauses(IntakePaper paper, List<IntakeItem> kept, Actor actor) {
        Map<int[], PaperToFile.Cover> covers = new LinkedHashMap<>();
        for (IntakeItem item : paper.draft().items()) {
            switch (item.status()) {
                case KEPT -> covers.put(place(item), new PaperToFile.NewItem(kept.indexOf(item)));
                case COVERED -> covers.put(place(item), cover(item.word(), kept, actor));
                case NONE -> covers.put(place(item), new PaperToFile.NeedsNone(Objects.toString(item.word(), "")));
                case DROPPED -> {}
            }
        }
        for (IntakeSentence sentence : paper.draft().sentences()) {
            int[] place = {sentence.start(), sentence.end()};
            switch (sentence.status()) {
                case OPEN -> covers.put(place, new PaperToFile.Open());
                case COVERED -> covers.put(place, cover(sentence.word(), kept, actor));
                case NONE -> covers.put(place, new PaperToFile.NeedsNone(Objects.toString(sentence.word(), "")));
            }
        }
        return apart(paper.body(), covers);
    }

    private static int[] place(IntakeItem item) {
        return new int[] {item.start(), item.end()};
    }

    private static List<PaperToFile.Clause> apart(String body, Map<int[], PaperToFile.Cover> covers) {
        CodePoints points = new CodePoints(body);
        List<PaperToFile.Clause> clauses = new ArrayList<>();
        int free = 0;
        Collection<Map.Entry<int[], PaperToFile.Cover>> inOrder = covers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> Integer.compare(one[0], other[0])))
                .toList();
        for (Map.Entry<int[], PaperToFile.Cover> entry : inOrder) {
            int start = Math.max(free, entry.getKey()[0]);
            int end = Math.min(body.length(), entry.getKey()[1]);
            if (start < end && !body.substring(start, end).isBlank()) {
                clauses.add(new PaperToFile.Clause(points.before(start), points.before(end), entry.getValue()));
                free = end;
            }
        }
        return clauses;
    }

    private PaperToFile.Cover cover(@Nullable String word, List<IntakeItem> kept, Actor actor) {
        String reference = Objects.toString(word, "");
        for (int i = 0; i < kept.size(); i++) {
            if (String.valueOf(kept.get(i).id()).equals(reference)) {
                return new PaperToFile.NewItem(i);
            }
        }
        return ledger.findItem(reference, actor)
                .<PaperToFile.Cover>map(PaperToFile.ExistingItem::new)
                .orElseThrow(() -> IntakeError.UNKNOWN_COVER.with(Map.of("reference", reference)));
    }
}
