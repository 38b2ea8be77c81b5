package org.luoshi.ledger.core;

/** Kinds of feedback (domain/supervision.md 1.3). Only {@link #FINAL} can settle an assignment: interim reports never close. */
public enum FeedbackKind {
    /** 首次反馈 */
    FIRST,
    /** 定期反馈 */
    PERIODIC,
    /** 节点反馈 */
    MILESTONE,
    /** 专题报告 */
    SPECIAL,
    /** 办结报告 */
    FINAL,
    /** 零报告: nothing new, with a reason. */
    ZERO
}
