/** One step on many items of the ledger, with one confirmation, a line in each item's history, and an outcome for each that can be looked at again. */
@NullMarked
package org.luoshi.ledger.bulk;

import org.jspecify.annotations.NullMarked;
