package org.luoshi.meetings.core;

import java.util.List;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;

/** Implemented by the parts of this room: what a move would mean for what they hold, told before anybody confirms. Changes nothing. */
public interface MoveEffects {

    List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page);
}
