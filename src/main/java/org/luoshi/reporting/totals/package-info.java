@NullMarked
package org.luoshi.reporting.totals;

import org.jspecify.annotations.NullMarked;
