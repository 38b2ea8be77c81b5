package org.luoshi.organization.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What was typed about the end of a unit. */
public record EndForm(
        String into,

        @Pattern(regexp = Editing.DAY, message = "{organization.form.day}")
        String day,

        @Size(max = 500, message = "{organization.form.too-long}")
        String reason) {

    public EndForm {
        into = into == null ? "" : into;
        day = day == null ? "" : day;
        reason = reason == null ? "" : reason;
    }
}
