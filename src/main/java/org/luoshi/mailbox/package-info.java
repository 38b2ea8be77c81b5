/** Reads the office's mailbox: an answer that carries a reference of ours becomes a draft, and never more than that. Off until it is set up. */
@NullMarked
@ApplicationModule(
        displayName = "Mailbox",
        allowedDependencies = {"access", "files", "notices", "organization", "worktime", "platform", "shared"})
package org.luoshi.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
