/** Ways of looking at the ledger: filters with a name, and which columns are shown. */
@NullMarked
package org.luoshi.ledger.views;

import org.jspecify.annotations.NullMarked;
