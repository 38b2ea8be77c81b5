@NullMarked
package org.luoshi.reporting.exchange;

import org.jspecify.annotations.NullMarked;
