package org.luoshi.ledger.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sheets in Word for programs. */
@Tag(name = "Ledger: papers")
@RestController
@RequestMapping("/api/v1/ledger/papers")
class PaperRestController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final LedgerPapers papers;
    private final Pages pages;

    PaperRestController(LedgerPapers papers, Pages pages) {
        this.papers = papers;
        this.pages = pages;
    }

    /** Either items with the sheet that is wanted, or urges and notices of one kind. */
    record PrintBody(
            @Nullable LedgerPaper paper,
            @Nullable List<@NotNull UUID> items,
            @Nullable List<@NotNull UUID> notices) {}

    @Operation(summary = "Print sheets of items, or of urges and notices, as one Word document")
    @PostMapping(produces = DOCX)
    ResponseEntity<byte[]> print(@Valid @RequestBody PrintBody body, @CurrentActor Actor actor, Locale locale) {
        Page page = pages.in(locale);
        List<UUID> notices = body.notices();
        List<UUID> items = body.items();
        PaperFile file = notices != null && !notices.isEmpty()
                ? papers.ofNotices(notices, page, actor)
                : papers.ofItems(
                        items == null ? List.of() : items,
                        body.paper() == null ? LedgerPaper.NOTICE : body.paper(),
                        page,
                        actor);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name() + ".docx", java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
