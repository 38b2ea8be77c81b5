/** Word out: documents from templates that an office can replace. */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"files", "history", "platform", "shared"})
package org.luoshi.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
