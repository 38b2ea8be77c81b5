@NullMarked
package org.luoshi.branch.demonstration;

import org.jspecify.annotations.NullMarked;
