@NullMarked
package org.luoshi.ledger.figures;

import org.jspecify.annotations.NullMarked;
