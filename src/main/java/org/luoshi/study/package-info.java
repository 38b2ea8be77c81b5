/** Study: the plan of the year, class hours, materials, reflections and exchange. */
@NullMarked
@ApplicationModule(
        displayName = "Study",
        allowedDependencies = {
            "branch",
            "files",
            "history",
            "jobs",
            "ledger",
            "notices",
            "obligations",
            "organization",
            "spreadsheets",
            "platform",
            "shared"
        })
package org.luoshi.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
