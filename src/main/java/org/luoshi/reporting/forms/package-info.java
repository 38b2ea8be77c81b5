@NullMarked
package org.luoshi.reporting.forms;

import org.jspecify.annotations.NullMarked;
