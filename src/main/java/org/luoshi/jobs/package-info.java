/** Long work with progress, that can be left, found again and cancelled. */
@NullMarked
@ApplicationModule(
        displayName = "Long work",
        allowedDependencies = {"files", "history", "platform", "shared"})
package org.luoshi.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
