package org.luoshi.ledger.figures;

/** A kind of fact that is counted. What "hit" and "amount" mean is said with each; {@link FactSql} reads them. */
public enum Measure {
    /** Filed; hit: closed since; not judged where it was called off or merged. Counts for the lead unit. */
    FILED,
    /** Closed; amount: days it took, without those it was stopped. Counts for the lead unit. */
    CLOSED,
    /** A part was sent to a unit; hit: as the lead. */
    ISSUED,
    /** A part's limit; hit: reported done in time; amount: days late. */
    PART_DUE,
    /** The same limits; hit: it had been extended. */
    LENGTHENED,
    /** A part to sign; hit: in time. */
    SIGN_DUE,
    /** A report that was owed, the final one apart; hit: in time. */
    REPORT_DUE,
    /** A report the office decided on; hit: returned. */
    REVIEWED,
    /** An extension that was granted. */
    EXTENDED,
    /** A return visit; hit: the matter was back. */
    VISITED,
    /** A result that a leader answered; hit: with words; amount: 1 where the leader agreed. */
    LEADER_SAID
}
