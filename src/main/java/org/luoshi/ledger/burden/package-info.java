/** What the supervision itself costs the units: what is asked already, what they carry, and a reason where that is much (domain/supervision.md 2, 1). */
@NullMarked
package org.luoshi.ledger.burden;

import org.jspecify.annotations.NullMarked;
