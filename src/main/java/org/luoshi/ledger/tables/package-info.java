/** Excel both ways: any list of the ledger as a file, and the edited file back as changes of the same items. */
@NullMarked
package org.luoshi.ledger.tables;

import org.jspecify.annotations.NullMarked;
