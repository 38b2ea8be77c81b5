package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Person;

/** Everything the page of a person shows. */
public record PersonSheet(
        Person person, int version, @Nullable LocalDate leftOn, List<HoldingRow> holdings, List<Happening> happenings) {

    public List<HoldingRow> heldOn(LocalDate day) {
        return holdings.stream().filter(holding -> holding.isOn(day)).toList();
    }
}
