/** Inbox, digest by mail, calendar feed, and the reminder budget. */
@NullMarked
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"access", "history", "obligations", "organization", "worktime", "platform", "shared"})
package org.luoshi.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
