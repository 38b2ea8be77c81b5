package org.luoshi.meetings.venue;

import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;

/** Implemented by other parts of this room: what they put into the handbook of a meeting, and onto the running order of the chair. */
public interface HandbookPart {

    /** Chapters, such as the notice; nothing where there is none yet. */
    default List<HandbookText> chapters(Meeting meeting, Actor viewer, Page page) {
        return List.of();
    }

    /** The agenda in its order. Only the part that keeps agendas answers this. */
    default List<AgendaLine> agenda(Meeting meeting, Actor viewer, Page page) {
        return List.of();
    }
}
