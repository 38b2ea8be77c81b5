@NullMarked
package org.luoshi.branch.core;

import org.jspecify.annotations.NullMarked;
