package org.luoshi.meetings.after;

import java.time.Instant;
import java.util.UUID;

/**
 * Minutes as they were saved once.
 *
 * @param version of the minutes from then on
 * @param textVersion the same for saves that changed nothing of what is agreed to
 * @param content everything that is agreed to, line by line
 */
public record MinutesText(int version, int textVersion, String content, UUID writerId, Instant writtenAt) {}
