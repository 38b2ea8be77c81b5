@NullMarked
package org.luoshi.administration.demonstration;

import org.jspecify.annotations.NullMarked;
