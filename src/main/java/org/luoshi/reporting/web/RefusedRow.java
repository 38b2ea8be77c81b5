package org.luoshi.reporting.web;

/** A row of an upload that was not taken, in the reader's words. */
public record RefusedRow(long row, String unit, String reason) {}
