package org.luoshi.meetings.venue;

import java.util.Comparator;
import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What all parts of the room have for the handbook and the running order. */
@Component
public class HandbookParts {

    private final List<HandbookPart> parts;

    HandbookParts(List<HandbookPart> parts) {
        this.parts = List.copyOf(parts);
    }

    public List<AgendaLine> agenda(Meeting meeting, Actor viewer, Page page) {
        return parts.stream()
                .flatMap(part -> part.agenda(meeting, viewer, page).stream())
                .sorted(Comparator.comparing(AgendaLine::startsAt))
                .toList();
    }

    List<HandbookText> chapters(Meeting meeting, Actor viewer, Page page) {
        return parts.stream()
                .flatMap(part -> part.chapters(meeting, viewer, page).stream())
                .sorted(Comparator.comparing(HandbookText::order))
                .toList();
    }
}
