package org.luoshi.study.core;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the library of a branch. */
@Service
@Transactional
public class StudyMaterialService {

    private final StudyMaterialStore store;
    private final StudyBranches branches;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    StudyMaterialService(
            StudyMaterialStore store, StudyBranches branches, FilesApi files, HistoryApi history, Clock clock) {
        this.store = store;
        this.branches = branches;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** A material as somebody describes it. */
    public record Described(
            String title,
            String issuer,
            StudyMaterial.Kind kind,
            @Nullable Integer year,
            String shelf,
            String link) {}

    public UUID add(UUID branchId, Described described, @Nullable MultipartFile upload, Actor actor) {
        branches.requireKeeper(branchId, actor);
        check(described);
        UUID id = TimeOrderedIds.next(clock);
        StudyMaterial material = material(id, 1, branchId, described, stored(upload, actor));
        store.insert(material);
        record(material, "added", actor);
        return id;
    }

    /** Without a new file the old one stays. */
    public void change(UUID id, int version, Described described, @Nullable MultipartFile upload, Actor actor) {
        StudyMaterial before = require(id);
        branches.requireKeeper(before.branchId(), actor);
        check(described);
        UUID file = stored(upload, actor);
        StudyMaterial changed =
                material(id, version, before.branchId(), described, file == null ? before.fileId() : file);
        if (!store.update(changed)) {
            throw StudyError.CHANGED_MEANWHILE.plain();
        }
        record(changed, "changed", actor);
    }

    /** Lines of plans that used it keep their text and lose the tie. */
    public void remove(UUID id, int version, Actor actor) {
        StudyMaterial material = require(id);
        branches.requireKeeper(material.branchId(), actor);
        if (!store.delete(id, version)) {
            throw StudyError.CHANGED_MEANWHILE.plain();
        }
        record(material, "removed", actor);
    }

    private @Nullable UUID stored(@Nullable MultipartFile upload, Actor actor) {
        return upload == null || upload.isEmpty()
                ? null
                : files.store(upload, actor).id();
    }

    private void check(Described described) {
        if (described.title().isBlank()) {
            throw StudyError.FIELD_MISSING.with(Map.of("field", "title"));
        }
        files.requireUnmarked(described.title() + "\n" + described.issuer() + "\n" + described.shelf());
    }

    private static StudyMaterial material(
            UUID id, int version, UUID branchId, Described described, @Nullable UUID fileId) {
        return new StudyMaterial(
                id,
                version,
                branchId,
                described.title().strip(),
                described.issuer().strip(),
                described.kind(),
                described.year(),
                fileId,
                described.shelf().strip(),
                described.link().strip());
    }

    private StudyMaterial require(UUID id) {
        return store.find(id).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
    }

    private void record(StudyMaterial material, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        material.branchId(),
                        "study.material",
                        material.id(),
                        action,
                        Map.of("title", material.title()),
                        null),
                actor);
    }
}
