@NullMarked
package org.luoshi.worktime.core;

import org.jspecify.annotations.NullMarked;
