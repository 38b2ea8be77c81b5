@NullMarked
package org.luoshi.files.core;

import org.jspecify.annotations.NullMarked;
