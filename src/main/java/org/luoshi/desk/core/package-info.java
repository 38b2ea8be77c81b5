@NullMarked
package org.luoshi.desk.core;

import org.jspecify.annotations.NullMarked;
