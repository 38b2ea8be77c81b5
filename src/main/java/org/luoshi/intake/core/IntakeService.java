package org.luoshi.intake.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.ProposalView;
import org.luoshi.intake.extraction.Extractor;
import org.luoshi.intake.extraction.Recurrence;
import org.luoshi.intake.extraction.RuleExtractor;
import org.luoshi.intake.reading.Paper;
import org.luoshi.intake.reading.PaperReader;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads papers, proposes items, and keeps what the officer makes of them until they are filed. */
@Service
@Transactional
public class IntakeService {

    private static final int LONGEST_TASK = 4_000;

    private final PaperStore store;
    private final OrganizationApi organization;
    private final Extractor extractor;
    private final Clock clock;

    IntakeService(PaperStore store, OrganizationApi organization, WorktimeApi worktime, Clock clock) {
        this.store = store;
        this.organization = organization;
        this.extractor = new RuleExtractor(worktime::plusWorkingDays);
        this.clock = clock;
    }

    /** Proposes without keeping anything. */
    @Transactional(readOnly = true)
    public ProposalView propose(String fileName, byte[] content, @Nullable LocalDate date, Actor actor) {
        requireOfficer(actor);
        Paper paper = PaperReader.read(fileName, content);
        return ProposalView.of(paper, extractor.propose(paper, date));
    }

    /** The same for text. */
    @Transactional(readOnly = true)
    public ProposalView propose(String text, @Nullable LocalDate date, Actor actor) {
        requireOfficer(actor);
        Paper paper = PaperReader.ofText(text);
        return ProposalView.of(paper, extractor.propose(paper, date));
    }

    /** Reads a file and keeps what is proposed for it. Refused before anything is kept: marked, broken, locked or unreadable files. */
    public UUID take(String fileName, byte[] content, Actor actor) {
        requireOfficer(actor);
        if (content.length == 0) {
            throw IntakeError.NOTHING_GIVEN.plain();
        }
        Paper paper = PaperReader.read(fileName, content);
        return keep(fileName, content, paper, fileName.replaceFirst("\\.[A-Za-z]+$", ""), actor);
    }

    /** The same for pasted text. */
    public UUID take(String text, Actor actor) {
        requireOfficer(actor);
        if (text.isBlank()) {
            throw IntakeError.NOTHING_GIVEN.plain();
        }
        Paper paper = PaperReader.ofText(text);
        return keep(null, null, paper, text.strip().lines().findFirst().orElse(""), actor);
    }

    private UUID keep(
            @Nullable String fileName, byte @Nullable [] content, Paper paper, String fallbackTitle, Actor actor) {
        String body = paper.text().replace("\u0000", " ");
        PaperDraft draft = PaperDraft.of(extractor.propose(paper, null), shortened(fallbackTitle));
        UUID id = TimeOrderedIds.next(clock);
        store.insert(
                id,
                actor,
                fileName,
                sha256(content == null ? body.getBytes(StandardCharsets.UTF_8) : content),
                content,
                body,
                draft);
        return id;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= 100
                ? title
                : title.substring(0, title.offsetByCodePoints(0, 100));
    }

    public List<IntakePaper.Open> openOf(Actor actor) {
        requireOfficer(actor);
        return store.openOf(actor);
    }

    @Transactional(readOnly = true)
    public IntakePaper paper(UUID id, Actor actor) {
        requireOfficer(actor);
        return store.require(id, actor);
    }

    @Transactional(readOnly = true)
    public Optional<IntakePaper.Earlier> filedBefore(IntakePaper paper) {
        return store.filedBefore(paper.sha256());
    }

    /** What the names in the kept items mean, by the register and by what was decided. */
    @Transactional(readOnly = true)
    public Map<String, WrittenName> names(PaperDraft draft) {
        return organization.resolveWritten(PaperDraft.written(draft.kept()), draft.names());
    }

    /** The same for some of the items only: a page shows sixty of perhaps thousands. */
    @Transactional(readOnly = true)
    public Map<String, WrittenName> names(PaperDraft draft, List<IntakeItem> shown) {
        return organization.resolveWritten(PaperDraft.written(shown), draft.names());
    }

    /** The officer's words for an item. */
    public void edit(
            UUID id,
            int version,
            int item,
            String task,
            List<String> lead,
            List<String> support,
            List<String> guide,
            @Nullable LocalDate due,
            @Nullable Recurrence recurring,
            Actor actor) {
        if (task.isBlank()) {
            throw IntakeError.TASK_MISSING.plain();
        }
        if (task.codePointCount(0, task.length()) > LONGEST_TASK) {
            throw IntakeError.TASK_TOO_LONG.with(Map.of("longest", LONGEST_TASK));
        }
        change(
                id,
                version,
                actor,
                (draft, body) -> draft.change(
                        item,
                        before -> before.edited(
                                task.strip().replace("\r\n", "\n"), lead, support, guide, due, recurring)));
    }

    /** Dropped, covered by another, needing none, or kept after all. */
    public void mark(UUID id, int version, int item, IntakeItem.Status status, @Nullable String word, Actor actor) {
        requireWord(status == IntakeItem.Status.COVERED || status == IntakeItem.Status.NONE, word);
        change(id, version, actor, (draft, body) -> draft.change(item, before -> before.withStatus(status, word)));
    }

    public void join(UUID id, int version, int item, Actor actor) {
        change(id, version, actor, (draft, body) -> draft.join(item));
    }

    /**
     * @param at where the second part begins, an index into the body
     */
    public void split(UUID id, int version, int item, int at, Actor actor) {
        change(id, version, actor, (draft, body) -> draft.split(item, at, body));
    }

    public void markSentence(
            UUID id, int version, int sentence, IntakeSentence.Status status, @Nullable String word, Actor actor) {
        requireWord(status != IntakeSentence.Status.OPEN, word);
        change(
                id,
                version,
                actor,
                (draft, body) -> draft.changeSentence(sentence, before -> before.withStatus(status, word)));
    }

    /** A sentence becomes an item. */
    public void takeSentence(UUID id, int version, int sentence, Actor actor) {
        change(id, version, actor, (draft, body) -> {
            IntakeSentence taken = draft.sentence(sentence);
            return draft.add(taken.start(), taken.end(), body);
        });
    }

    /**
     * A passage becomes an item.
     *
     * @param start first character, counted in code points as browsers and the ledger do
     */
    public void addItem(UUID id, int version, int start, int end, Actor actor) {
        change(id, version, actor, (draft, body) -> {
            int length = body.codePointCount(0, body.length());
            if (start < 0 || end > length || start >= end) {
                throw IntakeError.NOT_A_PLACE.plain();
            }
            return draft.add(body.offsetByCodePoints(0, start), body.offsetByCodePoints(0, end), body);
        });
    }

    /** The date of the paper, given by the officer: limits without a year are worked out by it. */
    public void date(UUID id, int version, LocalDate date, Actor actor) {
        requireOfficer(actor);
        IntakePaper paper = store.lock(id, actor);
        String name = paper.fileName();
        Paper again = name == null
                ? PaperReader.ofText(paper.body())
                : PaperReader.read(name, store.content(id).orElseThrow(IntakeError.ALREADY_FILED::plain));
        PaperDraft anew =
                PaperDraft.of(extractor.propose(again, date), paper.draft().title());
        store.change(id, version, paper.draft().withDate(date, anew));
    }

    public void discard(UUID id, Actor actor) {
        requireOfficer(actor);
        store.remove(store.require(id, actor).id());
    }

    void change(UUID id, int version, Actor actor, BiFunction<PaperDraft, String, PaperDraft> change) {
        requireOfficer(actor);
        IntakePaper paper = store.lock(id, actor);
        if (paper.filed()) {
            throw IntakeError.ALREADY_FILED.plain();
        }
        if (paper.version() != version) {
            throw IntakeError.CHANGED_MEANWHILE.plain();
        }
        store.change(id, version, change.apply(paper.draft(), paper.body()));
    }

    private static void requireWord(boolean wanted, @Nullable String word) {
        if (wanted && (word == null || word.isBlank())) {
            throw IntakeError.REASON_MISSING.plain();
        }
    }

    static void requireOfficer(Actor actor) {
        if (!actor.has(Role.OFFICER)) {
            throw IntakeError.NOT_YOURS.plain();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
