/** From the bytes of a file to a {@link org.luoshi.intake.reading.Paper}: text in reading order, with its paragraphs and tables. No database, no beans. */
@NullMarked
package org.luoshi.intake.reading;

import org.jspecify.annotations.NullMarked;
