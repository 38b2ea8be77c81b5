/** The running house: database start, clock, texts, pages, errors. Knows no business module. */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"shared"})
package org.luoshi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
