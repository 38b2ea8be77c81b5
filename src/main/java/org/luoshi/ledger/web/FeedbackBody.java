package org.luoshi.ledger.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportOrigin;
import org.luoshi.ledger.core.ReportWay;

/** A report as a program writes it; the meaning of each field is that of {@link NewFeedback}. */
record FeedbackBody(
        @NotEmpty @Size(max = 50) @UniqueElements List<@NotNull UUID> assignmentIds,
        @NotNull FeedbackKind kind,
        @NotBlank @CodePointLength(max = 200_000) String body,
        @Nullable @OfficeDay LocalDate forecast,
        @Nullable @CodePointLength(max = 4_000) String helpNeeded,
        @Nullable @Size(max = 200) List<@NotNull @Valid Evidence> evidence,
        @Nullable @Valid Basis basis) {

    /** What an officer bases a report on that is entered for a unit; read when it is drafted. */
    record Basis(
            @NotNull Way way,
            @NotBlank @CodePointLength(max = 100) String toldBy,
            @NotNull @OfficeDay LocalDate toldOn) {

        /** How the unit told it. */
        enum Way {
            TELEPHONE,
            PAPER,
            SPOKEN,
            OTHER
        }
    }

    @Nullable
    ReportOrigin origin() {
        return basis == null
                ? null
                : new ReportOrigin(ReportWay.valueOf(basis.way().name()), basis.toldBy(), null, basis.toldOn(), null);
    }

    /** Proof for one point, or for the report as a whole: a file, or words that say where it can be seen. */
    record Evidence(
            @Nullable UUID requirementId,
            @Nullable UUID fileId,
            @Nullable @CodePointLength(max = 4_000) String words) {

        @AssertTrue(message = "{ledger.api.evidence}")
        @JsonIgnore
        boolean isSomething() {
            return fileId != null || words != null && !words.isBlank();
        }
    }

    NewFeedback toFeedback() {
        List<NewFeedback.Proof> proofs = evidence == null
                ? List.of()
                : evidence.stream()
                        .map(one -> new NewFeedback.Proof(one.requirementId(), one.fileId(), one.words()))
                        .toList();
        return new NewFeedback(assignmentIds, kind, body, forecast, helpNeeded, proofs);
    }
}
