@NullMarked
package org.luoshi.reporting.offline;

import org.jspecify.annotations.NullMarked;
