package org.luoshi.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewSource;
import org.springframework.web.multipart.MultipartFile;

/** A source as it is typed. */
public record SourceForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String number,
        @Nullable String issuedOn,
        @Nullable String leader,
        @Nullable String body,
        @Nullable List<MultipartFile> files,
        @Nullable List<String> kept) {

    static SourceForm empty() {
        return new SourceForm("INSTRUCTION", null, null, null, null, null, null, null);
    }

    SourceForm keeping(List<String> stored) {
        return new SourceForm(kind, title, number, issuedOn, leader, body, null, stored);
    }

    void require() {
        String words = text(title).strip();
        int length = words.codePointCount(0, words.length());
        if (length == 0 || length > PaperToFile.LONGEST_TITLE) {
            throw LedgerError.SOURCE_TITLE_LENGTH.plain();
        }
        if (text(body).isBlank()) {
            throw LedgerError.SOURCE_BODY_MISSING.plain();
        }
        if (StepForms.blank(kind)) {
            throw LedgerError.UNKNOWN_KIND.with(Map.of("kind", ""));
        }
    }

    NewSource toCommand(List<UUID> fileIds) {
        return new NewSource(
                text(kind),
                text(title),
                StepForms.blank(number) ? null : text(number).strip(),
                StepForms.date(issuedOn),
                StepForms.blank(leader) ? null : StepForms.id(text(leader)),
                text(body).replace("\r\n", "\n"),
                fileIds);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
