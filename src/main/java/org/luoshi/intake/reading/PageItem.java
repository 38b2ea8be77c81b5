package org.luoshi.intake.reading;

/** What stands on a page one below the other. */
sealed interface PageItem permits PageLine, RuledTable {

    /** From above; the larger, the further down. */
    double top();
}
