/** After a meeting: minutes, decisions that go to the ledger, agreement, archive. */
@NullMarked
package org.luoshi.meetings.after;

import org.jspecify.annotations.NullMarked;
