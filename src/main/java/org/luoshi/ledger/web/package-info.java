@NullMarked
package org.luoshi.ledger.web;

import org.jspecify.annotations.NullMarked;
