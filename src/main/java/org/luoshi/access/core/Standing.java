package org.luoshi.access.core;

import org.luoshi.shared.Actor;

/**
 * A person at this moment: what they may do and whether they may still be in.
 *
 * @param open an account exists and is not disabled
 * @param mustChange nothing else is possible before a new password is set
 */
public record Standing(Actor actor, boolean open, boolean mustChange) {}
