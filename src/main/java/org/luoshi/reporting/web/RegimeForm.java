package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.Rhythm;
import org.luoshi.reporting.forms.NewRegime;
import org.luoshi.reporting.forms.RegimePage;

/**
 * A regime while it is drafted, letter by letter.
 *
 * @param level 1 to 6, or {@code self} for the units themselves
 */
public record RegimeForm(
        @Nullable String title,
        @Nullable String form,
        @Nullable String units,
        @Nullable String level,
        @Nullable String rhythm,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String cutOff,
        @Nullable String daysLater,
        @Nullable String recipients,
        @Nullable String basis,
        @Nullable String purpose,
        @Nullable String graceDays,
        @Nullable String version) {

    static RegimeForm empty(LocalDate today, String form) {
        return new RegimeForm(
                "", form, "", "3", "DAILY", today.plusDays(1).toString(), "", "17:00", "0", "", "", "", "30", "");
    }

    static RegimeForm of(RegimePage page) {
        Regime regime = page.regime();
        return new RegimeForm(
                regime.title(),
                regime.formId().toString(),
                String.join("、", page.asked()),
                page.level() == null ? "self" : page.level().toString(),
                regime.rhythm().name(),
                regime.firstDay().toString(),
                regime.lastDay().toString(),
                regime.cutOff().toString(),
                Integer.toString(regime.daysLater()),
                String.join("、", regime.recipients()),
                regime.basis(),
                regime.purpose(),
                Integer.toString(regime.graceDays()),
                Integer.toString(regime.version()));
    }

    NewRegime toRegime(WrittenUnits written) {
        List<UUID> below = written.units().stream().map(Unit::id).toList();
        return new NewRegime(
                FormTyped.text(title),
                FormTyped.id("form", form),
                below,
                "self".equals(level) ? null : Integer.valueOf(FormTyped.number("level", level, 1, 6)),
                FormTyped.choice("rhythm", Rhythm.class, rhythm),
                FormTyped.day("firstDay", firstDay),
                FormTyped.day("lastDay", lastDay),
                FormTyped.time("cutOff", cutOff),
                FormTyped.number("daysLater", daysLater, 0, 31),
                FormTyped.several(recipients),
                FormTyped.text(basis),
                FormTyped.text(purpose),
                FormTyped.number("graceDays", graceDays, 0, 365));
    }

    /** What stands in the field of that name. */
    public String at(String name) {
        String value = switch (name) {
            case "title" -> title;
            case "form" -> form;
            case "units" -> units;
            case "level" -> level;
            case "rhythm" -> rhythm;
            case "firstDay" -> firstDay;
            case "lastDay" -> lastDay;
            case "cutOff" -> cutOff;
            case "daysLater" -> daysLater;
            case "recipients" -> recipients;
            case "basis" -> basis;
            case "purpose" -> purpose;
            case "graceDays" -> graceDays;
            default -> version;
        };
        return value == null ? "" : value;
    }
}
