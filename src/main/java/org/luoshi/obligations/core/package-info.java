@NullMarked
package org.luoshi.obligations.core;

import org.jspecify.annotations.NullMarked;
