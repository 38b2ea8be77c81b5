package org.luoshi.intake.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Service;

/** Reads many papers one after the other, as work in the background. A paper that cannot be read does not stop the others. */
@Service
public class IntakeBatch {

    private static final int NAMED = 5;

    private final IntakeService service;
    private final JobsApi jobs;
    private final Texts texts;

    IntakeBatch(IntakeService service, JobsApi jobs, Texts texts) {
        this.service = service;
        this.jobs = jobs;
        this.texts = texts;
    }

    /** A file that was sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sent(String name, byte[] content) {}

    /** Starts it and returns the id of the work. */
    public UUID start(List<Sent> sent, Actor actor) {
        IntakeService.requireOfficer(actor);
        return jobs.start(
                "intake-batch",
                Map.of("count", String.valueOf(sent.size())),
                actor,
                progress -> read(sent, progress, actor));
    }

    JobOutcome read(List<Sent> sent, JobsApi.Progress progress, Actor actor) {
        List<String> refused = new ArrayList<>();
        progress.at(0, sent.size());
        for (int i = 0; i < sent.size(); i++) {
            progress.checkCancelled();
            Sent file = sent.get(i);
            try {
                service.take(file.name(), file.content(), actor);
            } catch (BusinessException refusal) {
                refused.add(file.name() + "："
                        + texts.reason(Texts.SIMPLIFIED, refusal.error().code(), refusal.details()));
            }
            progress.at(i + 1L, sent.size());
        }
        String named = String.join(" ", refused.subList(0, Math.min(NAMED, refused.size())));
        return new JobOutcome(
                refused.isEmpty() ? "intake.batch-read" : "intake.batch-partly-read",
                Map.of(
                        "read",
                        String.valueOf(sent.size() - refused.size()),
                        "refused",
                        String.valueOf(refused.size()),
                        "named",
                        named),
                "/intake",
                null);
    }
}
