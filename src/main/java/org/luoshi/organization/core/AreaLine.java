package org.luoshi.organization.core;

/**
 * One area as a file of divisions tells it.
 *
 * @param number of its line in the file
 * @param parent code of the area above, empty for a province
 * @param place among its siblings, in the order of the file
 */
record AreaLine(int number, String code, String parent, int level, String name, int place) {}
