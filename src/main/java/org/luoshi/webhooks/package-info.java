/** News for other programs: signed, kept in the same transaction as the change, sent again until taken, and only to hosts that were allowed. */
@NullMarked
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"access", "history", "notices", "platform", "shared"})
package org.luoshi.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
