/** The invented quarter of meetings of the demonstration office. */
@NullMarked
package org.luoshi.meetings.demonstration;

import org.jspecify.annotations.NullMarked;
