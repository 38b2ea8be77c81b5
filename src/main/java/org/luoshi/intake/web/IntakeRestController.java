package org.luoshi.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.ProposalView;
import org.luoshi.intake.core.IntakeService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Proposals for programs: the same answer as on the command line. Nothing is kept. */
@Tag(name = "Intake")
@RestController
@RequestMapping("/api/v1/intake")
class IntakeRestController {

    private final IntakeService service;

    IntakeRestController(IntakeService service) {
        this.service = service;
    }

    /**
     * Text instead of a file.
     *
     * @param date of the paper, for limits without a year
     */
    record PastedText(@NotBlank String text, @Nullable LocalDate date) {}

    @Operation(summary = "Propose items for a paper: .docx, .doc, .xlsx, .xls, .pdf, .ofd, .txt or .html")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ProposalView file(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @CurrentActor Actor actor)
            throws IOException {
        return service.propose(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), date, actor);
    }

    @Operation(summary = "Propose items for a text")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ProposalView text(@Valid @RequestBody PastedText pasted, @CurrentActor Actor actor) {
        return service.propose(pasted.text(), pasted.date(), actor);
    }
}
