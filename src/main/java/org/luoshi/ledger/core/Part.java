package org.luoshi.ledger.core;

/** Lead or co-unit. */
public enum Part {
    /** 牵头、主办 */
    LEAD,
    /** 配合、协办 */
    CO
}
