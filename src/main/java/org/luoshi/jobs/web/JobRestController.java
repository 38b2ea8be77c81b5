package org.luoshi.jobs.web;

import java.util.List;
import java.util.UUID;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.core.JobRunner;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobRestController {

    private final JobRunner jobs;

    JobRestController(JobRunner jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    List<Job> recent(@CurrentActor Actor actor) {
        return jobs.recentOf(actor);
    }

    @GetMapping("/{id}")
    Job job(@PathVariable UUID id, @CurrentActor Actor actor) {
        return jobs.require(id, actor);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @CurrentActor Actor actor) {
        jobs.cancel(id, actor);
    }
}
