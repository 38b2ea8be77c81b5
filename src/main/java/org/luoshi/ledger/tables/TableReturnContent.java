package org.luoshi.ledger.tables;

import java.util.List;

/**
 * What is kept of a file that came back.
 *
 * @param language tag of the language in which it was written
 * @param ignored headings that mean nothing to us
 * @param untouched rows that nobody changed
 * @param rows that somebody touched, that are new, or that cannot be understood
 */
record TableReturnContent(String language, List<String> ignored, int untouched, List<TableRow> rows) {}
