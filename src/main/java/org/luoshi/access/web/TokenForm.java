package org.luoshi.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A wish for a token, letter by letter. */
public record TokenForm(
        @NotBlank(message = "{access.form.name}") @Size(max = 60, message = "{access.form.name}")
        String name,

        @Pattern(regexp = "READ|WRITE", message = "{access.form.scope}")
        String scope,

        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{access.form.day}")
        String lastDay) {}
