/** A published paper becomes a draft ledger: reads the file, proposes items with units and limits, lets the officer correct and file. */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "files",
            "history",
            "jobs",
            "ledger",
            "organization",
            "spreadsheets",
            "worktime",
            "platform",
            "shared"
        })
package org.luoshi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
