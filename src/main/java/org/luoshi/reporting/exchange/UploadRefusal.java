package org.luoshi.reporting.exchange;

import java.util.Map;

/** One row of an upload that was not taken, with the code of the reason and what its text names. */
public record UploadRefusal(long row, String unit, String code, Map<String, String> details) {}
