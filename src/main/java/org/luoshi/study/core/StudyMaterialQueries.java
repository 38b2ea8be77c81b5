package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The library with where each thing was used, for those who may see the branch. */
@Component
@Transactional(readOnly = true)
public class StudyMaterialQueries {

    private final StudyMaterialStore store;
    private final StudyPlanStore plans;
    private final StudyBranches branches;
    private final BranchApi branch;
    private final FilesApi files;

    StudyMaterialQueries(
            StudyMaterialStore store, StudyPlanStore plans, StudyBranches branches, BranchApi branch, FilesApi files) {
        this.store = store;
        this.plans = plans;
        this.branches = branches;
        this.branch = branch;
        this.files = files;
    }

    public List<StudyMaterialView> all(StudyPlace place) {
        return views(place.branchId(), store.of(place.branchId()));
    }

    public StudyMaterialView one(UUID id, Actor viewer) {
        StudyMaterial material = material(id, viewer);
        return views(material.branchId(), List.of(material)).get(0);
    }

    /** The material itself; to those who may not see the branch it does not exist. */
    public StudyMaterial material(UUID id, Actor viewer) {
        StudyMaterial material = store.find(id).orElseThrow(() -> StudyError.UNKNOWN.with(Map.of("id", id)));
        branches.requireVisible(material.branchId(), viewer);
        return material;
    }

    private List<StudyMaterialView> views(UUID branchId, List<StudyMaterial> materials) {
        List<PlanRow> using = plans.using(branchId);
        Map<UUID, PlannedActivity> activities = branch.activities(
                using.stream().map(PlanRow::activityId).filter(Objects::nonNull).toList());
        Map<UUID, List<StudyMaterialView.Use>> uses = new HashMap<>();
        for (PlanRow row : using) {
            UUID activityId = row.activityId();
            PlannedActivity activity = activityId == null ? null : activities.get(activityId);
            uses.computeIfAbsent(Objects.requireNonNull(row.materialId()), unused -> new ArrayList<>())
                    .add(new StudyMaterialView.Use(
                            row.id(),
                            row.year(),
                            row.month(),
                            row.theme(),
                            activityId,
                            activity == null ? null : activity.startsAt()));
        }
        Map<UUID, StoredFile> stored = files.find(materials.stream()
                .map(StudyMaterial::fileId)
                .filter(Objects::nonNull)
                .toList());
        return materials.stream()
                .map(material -> {
                    UUID fileId = material.fileId();
                    StoredFile file = fileId == null ? null : stored.get(fileId);
                    return new StudyMaterialView(
                            material, file == null ? "" : file.name(), uses.getOrDefault(material.id(), List.of()));
                })
                .toList();
    }
}
