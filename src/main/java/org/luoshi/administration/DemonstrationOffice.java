package org.luoshi.administration;

import java.util.List;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;

/** Supplied as a bean by whatever can make a complete invented office; without one the set-up page does not offer it. */
public interface DemonstrationOffice {

    /** Makes it through the product's own actions. Returns the accounts with their generated passwords, which are kept nowhere else. */
    List<FirstAccount> make(Actor actor, JobsApi.Progress progress);
}
