package org.luoshi.meetings.figures;

import java.time.LocalDate;
import org.luoshi.shared.Actor;

/** Implemented by the part of this room that keeps decisions: how many of a period's became matters of the ledger and how many are done. */
public interface CarriedOut {

    /** Decisions of meetings held between two days, both included. */
    Share between(LocalDate from, LocalDate to, Actor viewer);

    /**
     * @param handed decisions that became matters of the ledger
     * @param done those of them that are closed there
     */
    record Share(int handed, int done) {}
}
