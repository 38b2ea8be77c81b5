package org.luoshi.jobs.core;

/** Unwinds work whose cancel button was pressed. */
final class CancelledException extends RuntimeException {}
