/** Plans preparation backwards from the day of each meeting, on working days, with nobody over the daily limit unless it is shown. Pure. */
@NullMarked
package org.luoshi.meetings.planning;

import org.jspecify.annotations.NullMarked;
