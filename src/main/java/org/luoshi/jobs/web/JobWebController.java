package org.luoshi.jobs.web;

import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.core.JobError;
import org.luoshi.jobs.core.JobRunner;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/jobs")
class JobWebController {

    private final JobRunner jobs;
    private final FilesApi files;
    private final Templates templates;

    JobWebController(JobRunner jobs, FilesApi files, Templates templates) {
        this.jobs = jobs;
        this.files = files;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.jobsList(page, jobs.recentOf(actor)));
    }

    @GetMapping("/{id}")
    View job(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.jobsDetail(page, jobs.require(id, actor)));
    }

    /** What changes while the work runs; htmx asks for it each second. */
    @GetMapping(path = "/{id}", headers = "HX-Request")
    View state(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.jobsState(page, jobs.require(id, actor)));
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id, @CurrentActor Actor actor) {
        jobs.cancel(id, actor);
        return new RedirectView("/jobs/" + id);
    }

    @GetMapping("/{id}/file")
    View file(@PathVariable UUID id, @CurrentActor Actor actor) {
        Job job = jobs.require(id, actor);
        JobOutcome outcome = job.outcome();
        UUID fileId = outcome == null ? null : outcome.fileId();
        if (fileId == null) {
            throw JobError.WITHOUT_FILE.plain();
        }
        return files.download(fileId);
    }
}
