@NullMarked
package org.luoshi.reporting.review;

import org.jspecify.annotations.NullMarked;
