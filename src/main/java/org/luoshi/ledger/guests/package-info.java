@NullMarked
package org.luoshi.ledger.guests;

import org.jspecify.annotations.NullMarked;
