package org.luoshi.administration.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.DemonstrationOffice;
import org.luoshi.administration.FirstAccount;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the demonstration office made in the background. Its passwords stay in memory until they were shown, and are written nowhere. */
@Component
public class DemonstrationSetUp {

    private final ObjectProvider<DemonstrationOffice> offices;
    private final JobsApi jobs;
    private final AccessApi access;
    private @Nullable UUID job;
    private volatile List<FirstAccount> accounts = List.of();

    DemonstrationSetUp(ObjectProvider<DemonstrationOffice> offices, JobsApi jobs, AccessApi access) {
        this.offices = offices;
        this.jobs = jobs;
        this.access = access;
    }

    public boolean isOffered() {
        return offices.getIfAvailable() != null;
    }

    /** Pressing the button twice starts it once. */
    public synchronized void start() {
        if (running().isPresent()) {
            return;
        }
        if (access.hasAccounts()) {
            throw SetUpError.ALREADY_DONE.plain();
        }
        DemonstrationOffice office = offices.getIfAvailable();
        if (office == null) {
            throw SetUpError.NO_DEMONSTRATION.plain();
        }
        job = jobs.start("administration.demonstration", Map.of(), Actor.system(), progress -> {
            accounts = made(office, progress);
            return new JobOutcome(
                    "administration.demonstration.made",
                    Map.of("accounts", String.valueOf(accounts.size())),
                    "/sign-in",
                    null);
        });
    }

    /** Nobody mends what the rules refuse here: it is a fault of the house and belongs into its log. */
    private static List<FirstAccount> made(DemonstrationOffice office, JobsApi.Progress progress) {
        try {
            return office.make(Actor.system(), progress);
        } catch (BusinessException refusal) {
            throw new IllegalStateException("The demonstration office breaks a rule", refusal);
        }
    }

    /** The work as it stands, if it was started since this start of the house. */
    public synchronized Optional<Job> running() {
        return job == null ? Optional.empty() : jobs.find(job, Actor.system());
    }

    /** For the only time. */
    public synchronized List<FirstAccount> takeAccounts() {
        List<FirstAccount> taken = accounts;
        accounts = List.of();
        job = null;
        return taken;
    }

    /** After a failure it may be tried again. */
    public synchronized void forgetFailure() {
        job = null;
    }
}
