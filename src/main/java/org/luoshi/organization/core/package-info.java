@NullMarked
package org.luoshi.organization.core;

import org.jspecify.annotations.NullMarked;
