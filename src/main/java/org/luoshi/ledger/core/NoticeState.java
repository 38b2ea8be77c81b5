package org.luoshi.ledger.core;

/** Where an urging stands (domain/supervision.md 1.5). */
public enum NoticeState {
    ISSUED,
    ANSWERED,
    LIFTED,
    ESCALATED
}
