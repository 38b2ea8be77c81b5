package org.luoshi.branch.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form on the page of care as typed: a new case, an entry, somebody named, the end, a hold. */
public record CareForm(
        String person, List<String> readers, String kind, String on, String words, String reason, String version) {

    public CareForm(
            @Nullable String person,
            @Nullable List<String> readers,
            @Nullable String kind,
            @Nullable String on,
            @Nullable String words,
            @Nullable String reason,
            @Nullable String version) {
        this.person = Spelled.text(person);
        this.readers = readers == null ? List.of() : List.copyOf(readers);
        this.kind = Spelled.text(kind);
        this.on = Spelled.text(on);
        this.words = Spelled.text(words);
        this.reason = Spelled.text(reason);
        this.version = Spelled.text(version);
    }

    static CareForm empty() {
        return new CareForm("", List.of(), "", "", "", "", "");
    }

    /** No version fits where none was sent. */
    int seen() {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
