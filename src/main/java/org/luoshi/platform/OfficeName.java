package org.luoshi.platform;

/** Implemented once, by the room that knows the organization: the name at the top of each page; empty before the set-up. */
public interface OfficeName {

    String shortName();
}
