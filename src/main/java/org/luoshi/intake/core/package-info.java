/** Papers between reading and filing: what was proposed, what the officer made of it, and the filing itself. */
@NullMarked
package org.luoshi.intake.core;

import org.jspecify.annotations.NullMarked;
