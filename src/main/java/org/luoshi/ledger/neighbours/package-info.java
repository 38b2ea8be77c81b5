/** The ledger's side of its neighbours: other programs that are told what happened, and reports that come by mail. */
@NullMarked
package org.luoshi.ledger.neighbours;

import org.jspecify.annotations.NullMarked;
