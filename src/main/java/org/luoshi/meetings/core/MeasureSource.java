package org.luoshi.meetings.core;

import java.util.Map;

/** Implemented by the parts of this room: what they know about a meeting that a rule may ask for. What is not known is left out. */
public interface MeasureSource {

    Map<String, Long> of(Meeting meeting);
}
