package org.luoshi.spreadsheets.core;

/** A part of a workbook that cannot be understood. */
final class DamagedException extends RuntimeException {

    DamagedException(String what) {
        super(what);
    }

    DamagedException(Throwable cause) {
        super(cause);
    }
}
