package org.luoshi.ledger.core;

import java.util.Set;
import org.luoshi.shared.Role;

/** A step of a machine whose states are {@code S}: its enum is the table, each constant carries its line. */
public interface StateStep<S extends Enum<S>> extends Step {

    Rule<S> rule();

    @Override
    default Set<Role> by() {
        return rule().by();
    }

    @Override
    default Set<StepField> fields() {
        return rule().fields();
    }

    default boolean isAllowedFrom(S state) {
        return rule().from().contains(state);
    }

    /** The state after the step. */
    default S after(S state) {
        S to = rule().to();
        return to == null ? state : to;
    }
}
