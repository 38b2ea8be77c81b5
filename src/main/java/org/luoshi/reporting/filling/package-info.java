@NullMarked
package org.luoshi.reporting.filling;

import org.jspecify.annotations.NullMarked;
