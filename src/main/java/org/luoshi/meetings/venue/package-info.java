@NullMarked
package org.luoshi.meetings.venue;

import org.jspecify.annotations.NullMarked;
