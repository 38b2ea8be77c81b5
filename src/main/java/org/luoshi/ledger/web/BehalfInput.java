package org.luoshi.ledger.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.ReportForm;
import org.luoshi.ledger.core.ReportOrigin;
import org.luoshi.ledger.core.ReportWay;

/** On what an officer bases a report that is entered for a unit, as it is typed. */
public record BehalfInput(
        @Nullable String basis,
        @Nullable String toldBy,
        @Nullable String toldOn) {

    static BehalfInput empty() {
        return new BehalfInput(null, null, null);
    }

    /** Null where the unit writes itself. */
    @Nullable
    ReportOrigin origin(ReportForm form) {
        if (!form.onBehalf()) {
            return null;
        }
        ReportWay way = ReportWay.bases().stream()
                .filter(one -> one.name().equals(basis))
                .findFirst()
                .orElseThrow(LedgerError.BASIS_MISSING::plain);
        return new ReportOrigin(way, text(toldBy), null, StepForms.date(toldOn), null);
    }

    public boolean isBasis(ReportWay way) {
        return way.name().equals(basis);
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
