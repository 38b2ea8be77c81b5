package org.luoshi.ledger.core;

import java.util.Arrays;
import java.util.List;

/** By which way a report came that was not written with an account of the unit. */
public enum ReportWay {
    /** 凭办理链接 */
    LINK(false),
    /** 退回的 Excel */
    EXCEL(false),
    /** 其他落实系统的数据包 */
    PACKAGE(false),
    TELEPHONE(true),
    PAPER(true),
    SPOKEN(true),
    OTHER(true),
    /** Out of the old ledger. */
    IMPORT(false);

    private final boolean basis;

    ReportWay(boolean basis) {
        this.basis = basis;
    }

    /** True where an officer writes it down for the unit. */
    public boolean isBasis() {
        return basis;
    }

    public static List<ReportWay> bases() {
        return Arrays.stream(values()).filter(ReportWay::isBasis).toList();
    }
}
