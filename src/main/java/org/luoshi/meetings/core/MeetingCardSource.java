package org.luoshi.meetings.core;

import java.util.List;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;

/** Implemented by the parts of this room: what they have to say on the page of a meeting, and where more of it is. */
public interface MeetingCardSource {

    List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page);
}
