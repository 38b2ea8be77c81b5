package org.luoshi.meetings.after;

import java.util.Map;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;

/** Implemented by the parts of this room: which files of theirs belong into the archive of a meeting, by name. */
public interface ArchivePart {

    Map<String, byte[]> files(Meeting meeting, Actor viewer, Page page);
}
