package org.luoshi.ledger.core;

/** Honest endings besides done and merged (domain/supervision.md section 2, 21). */
public enum Ending {
    /** 撤销 */
    WITHDRAWN,
    /** 不再推进 */
    NOT_PURSUED,
    /** 由新事项取代 */
    SUPERSEDED,
    /** 转为日常工作 */
    ROUTINE,
    /** 未落实即结束 */
    NOT_CARRIED_OUT
}
