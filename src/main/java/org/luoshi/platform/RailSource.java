package org.luoshi.platform;

import java.util.List;
import org.luoshi.shared.Actor;

/** Implemented by rooms as a bean: the lines of the rail that this person may use. Asked at each page, so it must be quick. */
public interface RailSource {

    List<RailEntry> entriesFor(Actor actor);
}
