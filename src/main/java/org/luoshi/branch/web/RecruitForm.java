package org.luoshi.branch.web;

import org.jspecify.annotations.Nullable;

/**
 * An application, or a later day, as typed.
 *
 * @param version the one seen
 */
public record RecruitForm(String person, String step, String on, String reference, String version) {

    public RecruitForm(
            @Nullable String person,
            @Nullable String step,
            @Nullable String on,
            @Nullable String reference,
            @Nullable String version) {
        this.person = Spelled.text(person);
        this.step = Spelled.text(step);
        this.on = Spelled.text(on);
        this.reference = Spelled.text(reference);
        this.version = Spelled.text(version);
    }

    static RecruitForm empty() {
        return new RecruitForm("", "", "", "", "");
    }

    /** No version fits where none was sent. */
    int seen() {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
