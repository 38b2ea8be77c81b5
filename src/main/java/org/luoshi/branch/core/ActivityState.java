package org.luoshi.branch.core;

/** How far an activity is. That it has been held is seen on the clock. */
public enum ActivityState {
    PLANNED,
    INVITED,
    RECORDED,
    CANCELLED
}
