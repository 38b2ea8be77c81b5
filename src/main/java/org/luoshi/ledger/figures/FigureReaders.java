package org.luoshi.ledger.figures;

import java.util.List;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** Who reads figures and bulletins, and who reads the assessment of units beside them. */
public final class FigureReaders {

    private static final List<Role> OFFICE_AND_UNITS = List.of(
            Role.OFFICER,
            Role.OFFICE_DIRECTOR,
            Role.OFFICE_LEADER,
            Role.ARCHIVIST,
            Role.AUDITOR,
            Role.UNIT_HEAD,
            Role.UNIT_LIAISON);

    private static final List<Role> LEADERS = List.of(Role.INSTRUCTING_LEADER, Role.LEADERS_SECRETARY);

    private FigureReaders() {}

    /** Figures are made for those who give instructions: they read the numbers of all, and titles of what they asked for themselves. */
    static boolean readsAllLines(LedgerScope scope) {
        return scope.all() || !scope.leaderPosts().isEmpty();
    }

    static boolean findsFigures(Actor viewer) {
        return viewer.hasAny(OFFICE_AND_UNITS) || viewer.hasAny(LEADERS);
    }

    /** What a leader is told of scores stands in the bulletins: behind each score are items that others asked for. */
    public static boolean readsAssessment(Actor viewer) {
        return viewer.hasAny(OFFICE_AND_UNITS) || viewer.has(Role.HANDLER);
    }
}
