package org.luoshi.ledger.exchange;

/** The pages about packages. */
public enum PackageTabs {
    INBOX("/ledger/exchange"),
    SENT("/ledger/exchange/sent"),
    PARTNERS("/ledger/exchange/partners");

    private final String address;

    PackageTabs(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}
