/** What waits for me. */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "ledger",
            "notices",
            "obligations",
            "organization",
            "worktime",
            "jobs",
            "platform",
            "shared"
        })
package org.luoshi.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
