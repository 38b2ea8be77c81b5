/** The ledger on paper: sheets in Word, the office's own templates for them, names and colours of the levels. */
@NullMarked
package org.luoshi.ledger.paper;

import org.jspecify.annotations.NullMarked;
