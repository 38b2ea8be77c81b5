package org.luoshi.reporting.exchange;

/** How far an upload is. */
public enum UploadState {
    RUNNING,
    DONE,
    /** Something ended it early; what was taken stays in. */
    STOPPED,
    /** Nothing is heard of it any more: the house was started again, or the sender left. */
    CUT
}
