/** Branch life: who belongs to the party branch, what happened, and which duties that met. */
@NullMarked
@ApplicationModule(
        displayName = "Branch",
        allowedDependencies = {
            "access",
            "documents",
            "files",
            "history",
            "jobs",
            "ledger",
            "notices",
            "obligations",
            "organization",
            "spreadsheets",
            "worktime",
            "platform",
            "shared"
        })
package org.luoshi.branch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
