package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.figures.FigureSet;
import org.luoshi.meetings.figures.FrozenFigures;
import org.luoshi.meetings.figures.FrozenFiguresService;
import org.luoshi.meetings.figures.MeetingFigures;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Figures of meetings, for programs. */
@Tag(name = "Meetings: figures")
@RestController
@RequestMapping("/api/v1/meeting-figures")
class MeetingFiguresRestController {

    private final MeetingFigures figures;
    private final FrozenFiguresService frozen;
    private final MeetingSheets sheets;

    MeetingFiguresRestController(MeetingFigures figures, FrozenFiguresService frozen, MeetingSheets sheets) {
        this.figures = figures;
        this.frozen = frozen;
        this.sheets = sheets;
    }

    /** Figures with their sentence in the caller's language. */
    record FiguresBody(String sentence, FigureSet figures) {}

    /** The same, as they were frozen. */
    record FrozenFiguresBody(
            UUID id, String usedIn, Instant frozenAt, String hash, boolean unaltered, FiguresBody kept) {}

    /** A period to freeze, and the paper that quotes it. */
    record FreezeBody(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank String usedIn) {}

    private List<MeetingKind> kinds() {
        return List.copyOf(sheets.kinds().values());
    }

    @Operation(summary = "Meetings held between two days, both included, counted and told in one sentence")
    @GetMapping
    FiguresBody meetingFigures(
            @RequestParam LocalDate from, @RequestParam LocalDate to, Page page, @CurrentActor Actor actor) {
        return body(figures.between(from, to, actor), page);
    }

    private FiguresBody body(FigureSet set, Page page) {
        return new FiguresBody(set.sentence(page, kinds()), set);
    }

    @Operation(summary = "Freeze the figures of a period for a briefing")
    @PostMapping("/frozen")
    @ResponseStatus(HttpStatus.CREATED)
    FrozenFiguresBody freezeMeetingFigures(@Valid @RequestBody FreezeBody body, Page page, @CurrentActor Actor actor) {
        return frozenMeetingFigures(frozen.freeze(body.from(), body.to(), body.usedIn(), actor), page, actor);
    }

    @Operation(summary = "Figures as they were frozen")
    @GetMapping("/frozen/{id}")
    FrozenFiguresBody frozenMeetingFigures(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        FrozenFigures kept = frozen.require(id, actor);
        return new FrozenFiguresBody(
                id, kept.usedIn(), kept.frozenAt(), kept.hash(), kept.unaltered(), body(kept.set(), page));
    }
}
