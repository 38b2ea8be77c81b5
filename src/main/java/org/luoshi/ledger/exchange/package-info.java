@NullMarked
package org.luoshi.ledger.exchange;

import org.jspecify.annotations.NullMarked;
