@NullMarked
package org.luoshi.webhooks.core;

import org.jspecify.annotations.NullMarked;
