package org.luoshi.meetings.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.luoshi.meetings.venue.AgendaLine;
import org.luoshi.platform.Page;

/**
 * What the chair has before them during a meeting.
 *
 * @param chair name of the chair; empty where there is none yet
 */
public record SiteRunning(String chair, List<AgendaLine> agenda) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public String clock(Page page, Instant at) {
        return CLOCK.format(at.atZone(page.zone()));
    }
}
