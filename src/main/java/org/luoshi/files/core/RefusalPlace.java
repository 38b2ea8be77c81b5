package org.luoshi.files.core;

/** Where something marked was refused. */
public enum RefusalPlace {
    FIELD,
    FILE_NAME,
    FILE_CONTENT
}
