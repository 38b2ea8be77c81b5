package org.luoshi.study.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyError;
import org.luoshi.study.core.StudyMaterialQueries;
import org.luoshi.study.core.StudyMaterialService;
import org.luoshi.study.core.StudyMaterialView;
import org.luoshi.study.core.StudyPlace;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The library: what is read, where it is to be found, and where it was used. */
@Controller
@RequestMapping("/study/materials")
class StudyMaterialsWebController {

    private final StudyBranches branches;
    private final StudyMaterialQueries queries;
    private final StudyMaterialService service;
    private final FilesApi files;
    private final Templates templates;

    StudyMaterialsWebController(
            StudyBranches branches,
            StudyMaterialQueries queries,
            StudyMaterialService service,
            FilesApi files,
            Templates templates) {
        this.branches = branches;
        this.queries = queries;
        this.service = service;
        this.files = files;
        this.templates = templates;
    }

    @GetMapping
    View all(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(
                        templates.studyMaterials(page, place, queries.all(place), StudyMaterialForm.empty(), Map.of())))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    @PostMapping
    View add(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            StudyMaterialForm form,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        try {
            service.add(branch, form.described(), file, actor);
            return new RedirectView("/study/materials" + place.query());
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    templates.studyMaterials(
                            page, place, queries.all(place), form, StudyTyped.fileErrors(page, refusal)));
        }
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        StudyMaterialView view = queries.one(id, actor);
        return Html.of(one(page, view, StudyMaterialForm.of(view.material()), Map.of(), actor));
    }

    private JteModel one(
            Page page, StudyMaterialView view, StudyMaterialForm form, Map<String, String> errors, Actor actor) {
        StudyPlace place = branches.require(view.material().branchId(), null, actor);
        return templates.studyMaterial(page, place, view, form, errors);
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            StudyMaterialForm form,
            Page page,
            @CurrentActor Actor actor) {
        StudyMaterialView view = queries.one(id, actor);
        try {
            service.change(id, StudyTyped.version(form.version()), form.described(), file, actor);
            return new RedirectView("/study/materials/" + id);
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal), one(page, view, form, StudyTyped.fileErrors(page, refusal), actor));
        }
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, @CurrentActor Actor actor) {
        UUID branch = queries.material(id, actor).branchId();
        service.remove(id, StudyTyped.version(version), actor);
        return new RedirectView("/study/materials?branch=" + branch);
    }

    @GetMapping("/{id}/file")
    View file(@PathVariable UUID id, @CurrentActor Actor actor) {
        UUID file = queries.material(id, actor).fileId();
        if (file == null) {
            throw StudyError.UNKNOWN.with(Map.of("id", id));
        }
        return files.download(file);
    }
}
