@NullMarked
package org.luoshi.history.core;

import org.jspecify.annotations.NullMarked;
