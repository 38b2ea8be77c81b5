package org.luoshi.meetings.core;

import java.util.UUID;

/**
 * A unit asked to send somebody.
 *
 * @param who whom it should send, in words; empty where it is free
 */
public record InvitedUnit(UUID meetingId, UUID unitId, int seats, String who) {}
