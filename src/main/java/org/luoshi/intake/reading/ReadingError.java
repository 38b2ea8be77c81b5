package org.luoshi.intake.reading;

import org.luoshi.shared.ErrorCode;

/** Why a paper cannot be read although the file may be kept. */
public enum ReadingError implements ErrorCode {
    EMPTY("intake.reading.empty", Kind.RULE_VIOLATED),
    SCANNED("intake.reading.scanned", Kind.RULE_VIOLATED),
    GARBLED("intake.reading.garbled", Kind.RULE_VIOLATED),
    UNSUPPORTED("intake.reading.unsupported", Kind.RULE_VIOLATED),
    DAMAGED("intake.reading.damaged", Kind.RULE_VIOLATED),
    TOO_MANY_PAGES("intake.reading.too-many-pages", Kind.TOO_LARGE),
    TOO_LONG("intake.reading.too-long", Kind.TOO_LARGE);

    private final String code;
    private final Kind kind;

    ReadingError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
