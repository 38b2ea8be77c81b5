@NullMarked
package org.luoshi.administration.core;

import org.jspecify.annotations.NullMarked;
