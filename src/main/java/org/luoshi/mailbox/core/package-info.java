@NullMarked
package org.luoshi.mailbox.core;

import org.jspecify.annotations.NullMarked;
