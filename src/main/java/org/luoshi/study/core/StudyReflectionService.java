package org.luoshi.study.core;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.study.core.StudyReflectionStore.Tie;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Only the writer changes a reflection, and only the writer decides who reads it. The history says that, and nothing of what is written. */
@Service
@Transactional
public class StudyReflectionService {

    private final StudyReflectionStore store;
    private final StudyExchangeStore exchanges;
    private final StudyBranches branches;
    private final LedgerApi ledger;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    StudyReflectionService(
            StudyReflectionStore store,
            StudyExchangeStore exchanges,
            StudyBranches branches,
            LedgerApi ledger,
            FilesApi files,
            HistoryApi history,
            Clock clock) {
        this.store = store;
        this.exchanges = exchanges;
        this.branches = branches;
        this.ledger = ledger;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    public UUID write(UUID branchId, String title, String body, Actor actor) {
        branches.requireVisible(branchId, actor);
        check(title, body);
        UUID id = TimeOrderedIds.next(clock);
        store.insert(new StudyReflection(
                id, 1, branchId, actor.personId(), title.strip(), body.strip(), false, false, clock.instant()));
        record(id, "written", actor);
        return id;
    }

    /** What was tied to a paragraph follows it where it moves, and stays at its place where it was rewritten. */
    public void change(UUID id, int version, String title, String body, Actor actor) {
        StudyReflection before = own(id, actor);
        check(title, body);
        save(with(before, version, title.strip(), body.strip(), before.shared(), before.speaks()));
        List<String> old = before.paragraphs();
        List<String> now = StudyReflection.paragraphs(body);
        List<Tie> ties = store.ties(id);
        store.untieAll(id);
        for (Tie tie : ties) {
            int same = tie.paragraph() < old.size() ? now.indexOf(old.get(tie.paragraph())) : -1;
            int place = same >= 0 ? same : Math.min(tie.paragraph(), now.size() - 1);
            store.tie(id, new Tie(place, tie.itemId(), tie.reference()));
        }
        record(id, "changed", actor);
    }

    public void remove(UUID id, Actor actor) {
        own(id, actor);
        store.delete(id, actor.personId());
        record(id, "removed", actor);
    }

    /** The branch may read it, or no longer may. */
    public void share(UUID id, int version, boolean shared, Actor actor) {
        StudyReflection before = own(id, actor);
        save(with(before, version, before.title(), before.body(), shared, before.speaks()));
        record(id, shared ? "shared" : "withdrawn", actor);
    }

    /** The writer will speak on it, or no longer will; who withdraws is on no list of speakers any more that is still to come. */
    public void speak(UUID id, int version, boolean speaks, Actor actor) {
        StudyReflection before = own(id, actor);
        save(with(before, version, before.title(), before.body(), before.shared(), speaks));
        if (!speaks) {
            exchanges.takeOffOpenLists(id);
        }
        record(id, speaks ? "will-speak" : "will-not-speak", actor);
    }

    /** "What I changed": ties a paragraph to an item of the ledger that the writer may see. */
    public void tie(UUID id, int paragraph, String reference, Actor actor) {
        StudyReflection reflection = own(id, actor);
        if (paragraph < 0 || paragraph >= reflection.paragraphs().size()) {
            throw StudyError.CHOICE_UNKNOWN.with(Map.of("field", "paragraph"));
        }
        if (reference.isBlank()) {
            throw StudyError.FIELD_MISSING.with(Map.of("field", "item"));
        }
        UUID item = ledger.findItem(reference, actor)
                .orElseThrow(() -> StudyError.UNKNOWN_ITEM.with(Map.of("field", "item", "reference", reference)));
        store.tie(id, new Tie(paragraph, item, reference.strip()));
        record(id, "tied", actor);
    }

    public void untie(UUID id, int paragraph, UUID itemId, Actor actor) {
        own(id, actor);
        store.untie(id, paragraph, itemId);
        record(id, "untied", actor);
    }

    /** To everybody but its writer a reflection that is to be changed does not exist. */
    StudyReflection own(UUID id, Actor actor) {
        return store.readable(id, actor.personId())
                .filter(one -> one.authorId().equals(actor.personId()))
                .orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
    }

    private StudyReflection with(
            StudyReflection before, int version, String title, String body, boolean shared, boolean speaks) {
        return new StudyReflection(
                before.id(),
                version,
                before.branchId(),
                before.authorId(),
                title,
                body,
                shared,
                speaks,
                clock.instant());
    }

    private void save(StudyReflection changed) {
        if (!store.update(changed)) {
            throw StudyError.CHANGED_MEANWHILE.plain();
        }
    }

    private void check(String title, String body) {
        if (title.isBlank()) {
            throw StudyError.FIELD_MISSING.with(Map.of("field", "title"));
        }
        if (body.isBlank()) {
            throw StudyError.FIELD_MISSING.with(Map.of("field", "body"));
        }
        files.requireUnmarked(title + "\n" + body);
    }

    private void record(UUID id, String action, Actor actor) {
        history.record(new HistoryFact(id, "study.reflection", id, action, Map.of(), null), actor);
    }
}
