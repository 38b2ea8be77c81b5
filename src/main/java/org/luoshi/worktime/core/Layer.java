package org.luoshi.worktime.core;

/** Who set a special day: the State Council, or the office for itself. The later one wins. */
public enum Layer {
    NATIONAL,
    LOCAL
}
