/** The spine: somebody owes something by an instant; an activity with evidence meets it. */
@NullMarked
@ApplicationModule(
        displayName = "Obligations",
        allowedDependencies = {"history", "organization", "worktime", "platform", "shared"})
package org.luoshi.obligations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
