package org.luoshi.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Long work: starts in the background, shows numbers, survives being left, can be cancelled. */
@Component
public class JobsApi {

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
     * Starts work and returns its id; its page is {@code /jobs/<id>}.
     *
     * @param kindKey key in the bundles: {@code jobs.kind.<kindKey>}
     */
    public UUID start(String kindKey, Map<String, String> arguments, Actor actor, Work work) {
        throw new UnsupportedOperationException();
    }

    public Optional<Job> find(UUID id, Actor viewer) {
        throw new UnsupportedOperationException();
    }

    /** The person's work that runs or ended within a day, newest first. */
    public List<Job> recentOf(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
