/** Reporting of the demonstration office: a flood that never was, in towns that do not exist. */
@NullMarked
package org.luoshi.reporting.demonstration;

import org.jspecify.annotations.NullMarked;
