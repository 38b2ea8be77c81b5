@NullMarked
package org.luoshi.branch.rules;

import org.jspecify.annotations.NullMarked;
