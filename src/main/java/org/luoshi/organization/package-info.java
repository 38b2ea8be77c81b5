/** Units with validity and official order, posts, people, and who holds which post. */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"files", "history", "jobs", "spreadsheets", "platform", "shared"})
package org.luoshi.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
