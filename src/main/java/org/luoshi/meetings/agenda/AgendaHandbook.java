package org.luoshi.meetings.agenda;

import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.venue.AgendaLine;
import org.luoshi.meetings.venue.HandbookPart;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The agenda for the handbook and the running order of the chair. */
@Component
class AgendaHandbook implements HandbookPart {

    private final AgendaQueries queries;

    AgendaHandbook(AgendaQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<AgendaLine> agenda(Meeting meeting, Actor viewer, Page page) {
        return queries.lines(meeting).stream()
                .map(line -> new AgendaLine(
                        line.from(),
                        line.topic().minutes(),
                        line.topic().title(),
                        line.topic().speaker()))
                .toList();
    }
}
