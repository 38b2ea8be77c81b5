package org.luoshi.platform;

/**
 * One line of the left rail.
 *
 * @param textKey key of its name
 * @param count a small figure beside it; 0 shows nothing
 * @param group lines of one group stand together, groups in ascending order with a rule between them
 */
public record RailEntry(String textKey, String href, int group, int order, int count) {}
