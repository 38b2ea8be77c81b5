package org.luoshi.intake.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says about itself; null where it says nothing.
 *
 * @param number 国办发〔2020〕24号
 * @param issuer who signed it
 * @param date of the paper, as signed
 * @param yearAbout the year its limits lie in when they name none: from its title, else from its number
 * @param minutes true for the minutes of a meeting
 * @param firstLeads the first unit of each list leads, by a convention of the paper
 */
public record DocumentFacts(
        @Nullable String title,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable Integer yearAbout,
        boolean minutes,
        boolean firstLeads) {}
