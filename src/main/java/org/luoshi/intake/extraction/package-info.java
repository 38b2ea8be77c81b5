/** From a {@link org.luoshi.intake.reading.Paper} to a proposal: which sentences are tasks, whose, and by when. Rules over readable data; no database, no beans. */
@NullMarked
package org.luoshi.intake.extraction;

import org.jspecify.annotations.NullMarked;
