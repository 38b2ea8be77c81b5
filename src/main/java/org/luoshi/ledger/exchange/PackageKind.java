package org.luoshi.ledger.exchange;

/** What a package brings. */
public enum PackageKind {
    /** 下发: a part of an item, to be carried out. */
    ISSUE,
    /** 上报: what came of it. */
    REPORT,
    /** 回执: whether a package was taken. */
    RECEIPT
}
