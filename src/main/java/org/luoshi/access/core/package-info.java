@NullMarked
package org.luoshi.access.core;

import org.jspecify.annotations.NullMarked;
