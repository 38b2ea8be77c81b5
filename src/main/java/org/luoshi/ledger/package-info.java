/** The supervision ledger: every instruction becomes items with a lead unit, co-units and a clock; nothing closes without an answer and proof. */
@NullMarked
@ApplicationModule(
        displayName = "Supervision ledger",
        allowedDependencies = {
            "access",
            "documents",
            "files",
            "history",
            "jobs",
            "mailbox",
            "notices",
            "obligations",
            "organization",
            "spreadsheets",
            "webhooks",
            "worktime",
            "platform",
            "shared"
        })
package org.luoshi.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
