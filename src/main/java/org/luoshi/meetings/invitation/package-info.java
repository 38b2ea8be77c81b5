@NullMarked
package org.luoshi.meetings.invitation;

import org.jspecify.annotations.NullMarked;
