/** Sign-in, roles, tokens: who may come in and as whom. */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"history", "organization", "platform", "shared"})
package org.luoshi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
