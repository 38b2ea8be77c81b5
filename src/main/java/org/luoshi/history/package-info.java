/** What happened, who did it and when: append-only, sealed in batches, verifiable by a third party. */
@NullMarked
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"platform", "shared"})
package org.luoshi.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
