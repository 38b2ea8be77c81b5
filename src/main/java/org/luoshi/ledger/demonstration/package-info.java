/** The ledger of the demonstration office: an invented past, made by invented people through the ledger's own services. */
@NullMarked
package org.luoshi.ledger.demonstration;

import org.jspecify.annotations.NullMarked;
