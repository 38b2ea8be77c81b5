package org.luoshi.ledger.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.TemplateVersion;
import org.luoshi.ledger.core.LevelColour;
import org.luoshi.ledger.core.LevelSetting;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeLevels;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Pages;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Levels of urging and templates of the sheets, for programs. */
@Tag(name = "Ledger: papers")
@RestController
@RequestMapping("/api/v1/ledger")
class PaperSettingsRestController {

    private final NoticeLevels levels;
    private final PaperTemplates templates;
    private final Pages pages;

    PaperSettingsRestController(NoticeLevels levels, PaperTemplates templates, Pages pages) {
        this.levels = levels;
        this.templates = templates;
        this.pages = pages;
    }

    record Levels(List<LevelSetting> levels) {}

    record LevelBody(
            @Nullable String name,
            @Nullable String meaning,
            @NotNull LevelColour colour,
            @NotNull Integer answerDays,
            @NotNull Boolean used) {}

    record PaperTemplateList(List<PaperTemplate> templates) {}

    @Operation(summary = "The levels of urging as the office reads them, mildest first")
    @GetMapping("/notice-levels")
    Levels levels() {
        return new Levels(List.copyOf(levels.all().values()));
    }

    @Operation(summary = "Change how the office reads a level")
    @PutMapping("/notice-levels/{level}")
    LevelSetting change(
            @PathVariable NoticeLevel level, @Valid @RequestBody LevelBody body, @CurrentActor Actor actor) {
        levels.set(
                new LevelSetting(level, body.name(), body.meaning(), body.colour(), body.answerDays(), body.used()),
                actor);
        return levels.of(level);
    }

    @Operation(summary = "The templates of the sheets, their versions and the tags that they may use")
    @GetMapping("/paper-templates")
    PaperTemplateList templates(@CurrentActor Actor actor, Locale locale) {
        return new PaperTemplateList(templates.all(pages.in(locale), actor));
    }

    @Operation(summary = "Put the office's own template in place")
    @PostMapping(path = "/paper-templates/{paper}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TemplateVersion replace(
            @PathVariable LedgerPaper paper, @RequestParam MultipartFile file, @CurrentActor Actor actor, Locale locale)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return templates.replace(paper, name, file.getBytes(), pages.in(locale), actor);
    }

    @Operation(summary = "Go back to the shipped template")
    @DeleteMapping("/paper-templates/{paper}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void backToShipped(@PathVariable LedgerPaper paper, @CurrentActor Actor actor, Locale locale) {
        templates.backToShipped(paper, pages.in(locale), actor);
    }
}
