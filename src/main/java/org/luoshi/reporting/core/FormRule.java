package org.luoshi.reporting.core;

/**
 * A rule across fields.
 *
 * @param must broken, the report is refused and kept as a draft; otherwise it is only shown
 */
public record FormRule(String expression, String message, boolean must) {}
