package org.luoshi.intake.extraction;

import java.util.List;

/** How a paper says who leads. */
public enum Mode {
    /** One unit alone. */
    SOLE,
    /** Somebody is named as lead. */
    LEAD_SUPPORT,
    /** The first of a list leads, by a convention of the paper. */
    ORDERED,
    /** Several together, nobody is named first. */
    JOINT,
    /** Nobody is named to do it. */
    NONE;

    Mode orSole(List<String> lead, List<String> owners, List<String> support) {
        return lead.size() == 1 && owners.isEmpty() && support.isEmpty() ? SOLE : this;
    }
}
