@NullMarked
package org.luoshi.meetings.plan;

import org.jspecify.annotations.NullMarked;
