package org.luoshi.branch.web;

import static org.luoshi.branch.core.PeopleError.PERIOD_UNREADABLE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.SayDues;
import org.luoshi.branch.rules.Demand.Payer;

/** What a member says about dues, as typed. What it was worked out from is no field of this form: it never leaves the browser. */
public record DuesForm(String from, String months, String payer, String band, String amount) {

    public DuesForm(
            @Nullable String from,
            @Nullable String months,
            @Nullable String payer,
            @Nullable String band,
            @Nullable String amount) {
        this.from = Spelled.text(from);
        this.months = Spelled.text(months);
        this.payer = Spelled.text(payer);
        this.band = Spelled.text(band);
        this.amount = Spelled.text(amount);
    }

    static DuesForm of(LocalDate today, boolean retired) {
        Payer payer = retired ? Payer.RETIRED : Payer.SALARIED;
        return new DuesForm(YearMonth.from(today).toString(), "1", payer.name(), "", "");
    }

    /** The payer and the band are one choice: {@code SALARIED-2}. */
    SayDues read() {
        String[] parts = band.split("-", 2);
        Payer chosen = Spelled.one(Payer.class, "band", parts[0]);
        int index = parts.length == 2 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
        return new SayDues(month(from), months.equals("3") ? 3 : 1, chosen, index, Spelled.yuan(amount));
    }

    /** The first day of a month written as 2026-03. */
    static LocalDate month(String text) {
        try {
            return YearMonth.parse(text.strip()).atDay(1);
        } catch (DateTimeException noMonth) {
            throw PERIOD_UNREADABLE.with(Map.of("period", text));
        }
    }
}
