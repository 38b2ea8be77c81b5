@NullMarked
package org.luoshi.notices.core;

import org.jspecify.annotations.NullMarked;
