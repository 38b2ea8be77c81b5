/** Excel in and out: streamed, safe against bombs and formulas. */
@NullMarked
@ApplicationModule(
        displayName = "Spreadsheets",
        allowedDependencies = {"platform", "shared"})
package org.luoshi.spreadsheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
