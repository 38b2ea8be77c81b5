package org.luoshi.reporting.web;

/** What was typed for a new grouping. */
public record GroupingForm(String name, String basis) {

    public GroupingForm {
        name = TotalsText.typed(name);
        basis = TotalsText.typed(basis);
    }
}
