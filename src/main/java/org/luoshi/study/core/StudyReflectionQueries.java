package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyReflectionView.Change;
import org.luoshi.study.core.StudyReflectionView.Line;
import org.luoshi.study.core.StudyReflectionView.Paragraph;
import org.luoshi.study.core.StudySelfCheck.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one's own reflections and what colleagues shared. */
@Component
@Transactional(readOnly = true)
public class StudyReflectionQueries {

    private final StudyReflectionStore store;
    private final StudyMaterialStore materials;
    private final StudyBranches branches;
    private final OrganizationApi organization;
    private final LedgerApi ledger;
    private final FilesApi files;

    StudyReflectionQueries(
            StudyReflectionStore store,
            StudyMaterialStore materials,
            StudyBranches branches,
            OrganizationApi organization,
            LedgerApi ledger,
            FilesApi files) {
        this.store = store;
        this.materials = materials;
        this.branches = branches;
        this.organization = organization;
        this.ledger = ledger;
        this.files = files;
    }

    public List<StudyReflection> own(Actor viewer) {
        return store.own(viewer.personId());
    }

    /** What others shared with the branch, the newest first; for its members. */
    public List<Line> shared(StudyPlace place, Actor viewer) {
        if (!branches.isMember(place.branchId(), viewer)) {
            return List.of();
        }
        List<StudyReflection> shared = store.sharedByOthers(place.branchId(), viewer.personId());
        Map<UUID, Person> people = organization.people(
                shared.stream().map(StudyReflection::authorId).toList());
        return shared.stream()
                .map(one -> new Line(one, name(people, one.authorId())))
                .toList();
    }

    /** One's own, or one that was shared with the branch one belongs to; to others it does not exist. */
    public StudyReflectionView view(UUID id, Actor viewer) {
        StudyReflection one =
                store.readable(id, viewer.personId()).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
        boolean mine = one.authorId().equals(viewer.personId());
        if (!mine && !branches.isMember(one.branchId(), viewer)) {
            throw StudyError.UNKNOWN.with(Map.of("id", id));
        }
        List<StudyReflectionStore.Tie> ties = store.ties(id);
        List<String> texts = one.paragraphs();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int number = i;
            paragraphs.add(new Paragraph(
                    number,
                    texts.get(i),
                    ties.stream()
                            .filter(tie -> tie.paragraph() == number)
                            .map(tie -> new Change(
                                    tie.itemId(),
                                    tie.reference(),
                                    ledger.findItem(tie.itemId().toString(), viewer)
                                            .isPresent()))
                            .toList()));
        }
        Map<UUID, Person> people = organization.people(List.of(one.authorId()));
        return new StudyReflectionView(one, name(people, one.authorId()), mine, paragraphs);
    }

    private static String name(Map<UUID, Person> people, UUID id) {
        Person person = people.get(id);
        return person == null ? "" : person.name();
    }

    /**
     * The private self-check (E-13), for the writer alone: which sentences stand in the materials, in what they wrote before, or in what colleagues
     * shared. Nothing is kept and nobody is told.
     */
    public List<StudySelfCheck.Match> selfCheck(UUID id, Actor viewer) {
        StudyReflection mine = store.readable(id, viewer.personId())
                .filter(one -> one.authorId().equals(viewer.personId()))
                .orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
        List<Source> sources = new ArrayList<>();
        for (StudyMaterial material : materials.of(mine.branchId())) {
            UUID file = material.fileId();
            if (file != null) {
                sources.add(new Source(Source.Kind.MATERIAL, material.title(), files.text(file)));
            }
        }
        store.own(viewer.personId()).stream()
                .filter(other -> !other.id().equals(id))
                .forEach(other -> sources.add(new Source(Source.Kind.OWN, other.title(), other.body())));
        boolean member = branches.isMember(mine.branchId(), viewer);
        (member ? store.sharedByOthers(mine.branchId(), viewer.personId()) : List.<StudyReflection>of())
                .forEach(other -> sources.add(new Source(Source.Kind.SHARED, other.title(), other.body())));
        return StudySelfCheck.matches(mine.body(), sources);
    }
}
