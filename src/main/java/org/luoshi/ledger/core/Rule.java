package org.luoshi.ledger.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/**
 * One line of a table of steps.
 *
 * @param by who may take it; empty: a consequence of another step
 * @param from the states it leads out of
 * @param to where it leads; null: the state stays
 * @param fields what it asks of the person
 */
public record Rule<S extends Enum<S>>(
        Set<Role> by, Set<S> from, @Nullable S to, Set<StepField> fields) {}
