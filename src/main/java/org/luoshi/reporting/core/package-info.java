@NullMarked
package org.luoshi.reporting.core;

import org.jspecify.annotations.NullMarked;
