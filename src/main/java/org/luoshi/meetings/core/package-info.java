@NullMarked
package org.luoshi.meetings.core;

import org.jspecify.annotations.NullMarked;
