package org.luoshi.branch.web;

import org.jspecify.annotations.Nullable;

/** A form on the page of a branch's dues as typed: a reduction proposed or decided, a receipt, a voluntary payment. */
public record ReliefForm(
        String person, String amount, String on, String from, String to, String reference, String decision) {

    public ReliefForm(
            @Nullable String person,
            @Nullable String amount,
            @Nullable String on,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reference,
            @Nullable String decision) {
        this.person = Spelled.text(person);
        this.amount = Spelled.text(amount);
        this.on = Spelled.text(on);
        this.from = Spelled.text(from);
        this.to = Spelled.text(to);
        this.reference = Spelled.text(reference);
        this.decision = Spelled.text(decision);
    }

    static ReliefForm empty() {
        return new ReliefForm("", "", "", "", "", "", "");
    }
}
