package org.luoshi.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What was typed about a post. */
public record PostForm(
        @NotBlank(message = "{organization.form.required}") @Size(max = 80, message = "{organization.form.too-long}")
        String title,

        @Pattern(regexp = "|[1-9][0-9]{0,4}", message = "{organization.form.number}")
        String order,

        @Pattern(regexp = "|[0-9a-f-]{36}") String serves,
        String version) {

    public PostForm {
        title = title == null ? "" : title;
        order = order == null ? "" : order;
        serves = serves == null ? "" : serves;
        version = version == null ? "0" : version;
    }
}
