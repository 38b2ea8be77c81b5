@NullMarked
package org.luoshi.study.core;

import org.jspecify.annotations.NullMarked;
