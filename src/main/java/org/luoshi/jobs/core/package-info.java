@NullMarked
package org.luoshi.jobs.core;

import org.jspecify.annotations.NullMarked;
