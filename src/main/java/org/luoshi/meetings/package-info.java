/** Meetings 办会 (S3): from the plan of the year to decisions in the ledger, with a moved date as a normal event. */
@NullMarked
@ApplicationModule(
        displayName = "Meetings",
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
package org.luoshi.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
