@NullMarked
package org.luoshi.ledger.core;

import org.jspecify.annotations.NullMarked;
