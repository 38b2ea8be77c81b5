package org.luoshi.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.jobs.core.JobRunner;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Long work: starts in the background, shows numbers, survives being left, can be cancelled. */
@Component
public class JobsApi {

    private final JobRunner runner;

    JobsApi(JobRunner runner) {
        this.runner = runner;
    }

    /** What the work does. It must ask {@link Progress#checkCancelled} between steps; an exception ends it as failed with its text shown. */
    @FunctionalInterface
    public interface Work {
        JobOutcome run(Progress progress) throws Exception;
    }

    /** How the work tells where it is. */
    public interface Progress {
        /** done of total; total 0 where it is not known yet. */
        void at(long done, long total);

        /** Throws when somebody cancelled it. */
        void checkCancelled();
    }

    /**
     * Starts work, after the caller's transaction if there is one, and returns its id; its page is {@code /jobs/<id>}.
     *
     * @param kindKey key in the bundles: {@code jobs.kind.<kindKey>}
     */
    public UUID start(String kindKey, Map<String, String> arguments, Actor actor, Work work) {
        return runner.start(kindKey, arguments, actor, work);
    }

    public Optional<Job> find(UUID id, Actor viewer) {
        return runner.find(id, viewer);
    }

    /** The person's work that runs or ended within a day, newest first. */
    public List<Job> recentOf(Actor actor) {
        return runner.recentOf(actor);
    }
}
