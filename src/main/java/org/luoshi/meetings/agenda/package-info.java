/** Topics of a meeting: collected, vetted, ordered and timed. */
@NullMarked
package org.luoshi.meetings.agenda;

import org.jspecify.annotations.NullMarked;
