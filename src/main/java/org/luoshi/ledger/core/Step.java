package org.luoshi.ledger.core;

import java.util.Set;
import org.luoshi.shared.Role;

/** One line of one of the five tables that say how the ledger's machines move. */
public interface Step {

    String name();

    /** Who may take it; empty where the house takes it itself as the consequence of another step. */
    Set<Role> by();

    Set<StepField> fields();

    default boolean isTakenByPeople() {
        return !by().isEmpty();
    }
}
