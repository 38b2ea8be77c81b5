/** Pages and JSON of the intake. */
@NullMarked
package org.luoshi.intake.web;

import org.jspecify.annotations.NullMarked;
