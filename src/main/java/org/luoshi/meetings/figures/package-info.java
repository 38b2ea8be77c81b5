@NullMarked
package org.luoshi.meetings.figures;

import org.jspecify.annotations.NullMarked;
