/** Situation reporting: every region reports by a fixed hour, zero is a signed statement, silence is visible, totals are live. */
@NullMarked
@ApplicationModule(
        displayName = "Situation reporting",
        allowedDependencies = {
            "access",
            "documents",
            "files",
            "history",
            "jobs",
            "notices",
            "obligations",
            "organization",
            "spreadsheets",
            "worktime",
            "platform",
            "shared"
        })
package org.luoshi.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
