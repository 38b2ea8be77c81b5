package org.luoshi.meetings.figures;

/**
 * Meetings of one kind that were held in a period.
 *
 * @param minutes how long they took together
 * @param peopleMinutes everybody's time, there and on the way
 * @param lastYear how many there were in the same days of the year before
 */
public record KindFigure(String kind, int count, long minutes, long peopleMinutes, int lastYear) {}
