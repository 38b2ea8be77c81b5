/** Setting up and looking after the house: first start, demonstration office, health. */
@NullMarked
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {
            "access",
            "history",
            "jobs",
            "ledger",
            "notices",
            "obligations",
            "organization",
            "worktime",
            "files",
            "platform",
            "shared"
        })
package org.luoshi.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
