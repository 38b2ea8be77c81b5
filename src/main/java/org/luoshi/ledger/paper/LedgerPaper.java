package org.luoshi.ledger.paper;

import java.util.Locale;

/** The sheets that the office prints of an item. */
public enum LedgerPaper {
    /** 督查通知单: what is asked of which units by when. */
    NOTICE,
    /** 督办单: a written notice of a level to one unit. */
    WRITTEN,
    /** 催办单: an urge to one unit. */
    URGE,
    /** 督查结果呈报单: the result for the leader who asked. */
    RESULT;

    /** Name of its template among the documents of the house. */
    public String template() {
        return "ledger-" + name().toLowerCase(Locale.ROOT);
    }

    /** True when it is about one urge or notice, and not about the item as a whole. */
    public boolean isOfOneNotice() {
        return this == WRITTEN || this == URGE;
    }
}
