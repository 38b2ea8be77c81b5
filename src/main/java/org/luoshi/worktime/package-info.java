/** The working calendar, limits and how a due date was derived. */
@NullMarked
@ApplicationModule(
        displayName = "Working time",
        allowedDependencies = {"history", "platform", "shared"})
package org.luoshi.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
