/** Attachments with type by content and hash, text extraction, and the secrecy guard. */
@NullMarked
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"history", "platform", "shared"})
package org.luoshi.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
