/** Where the data lives: our own PostgreSQL in the data folder, or the one the office already runs. */
@NullMarked
package org.luoshi.platform.database;

import org.jspecify.annotations.NullMarked;
