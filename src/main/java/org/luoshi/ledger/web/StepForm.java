package org.luoshi.ledger.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A step as the browser sent it, letter by letter, so that a refused one can be shown again as typed.
 *
 * @param kept ids of files that were stored with an earlier, refused try
 */
public record StepForm(
        @Nullable String version,
        @Nullable String words,
        @Nullable String date,
        @Nullable String unit,
        @Nullable String person,
        @Nullable String item,
        @Nullable String rejectCode,
        @Nullable List<MultipartFile> files,
        @Nullable List<String> kept) {

    public static StepForm empty(int version) {
        return new StepForm(String.valueOf(version), null, null, null, null, null, null, null, null);
    }

    public StepForm at(int newVersion, List<String> keptFiles) {
        return new StepForm(String.valueOf(newVersion), words, date, unit, person, item, rejectCode, null, keptFiles);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
