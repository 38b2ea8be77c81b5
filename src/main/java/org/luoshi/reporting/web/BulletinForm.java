package org.luoshi.reporting.web;

import org.jspecify.annotations.Nullable;

/** What was typed for a bulletin or an erratum. */
public record BulletinForm(
        @Nullable String period,
        @Nullable String unit,
        @Nullable String title,
        @Nullable String words) {

    public static final BulletinForm EMPTY = new BulletinForm(null, null, null, null);

    public String at(String field) {
        @Nullable
        String typed = switch (field) {
            case "period" -> period;
            case "unit" -> unit;
            case "title" -> title;
            default -> words;
        };
        return typed == null ? "" : typed.strip();
    }

    /** Line ends as one character, as they are stored. */
    String wording() {
        return at("words").replace("\r\n", "\n").replace('\r', '\n');
    }
}
