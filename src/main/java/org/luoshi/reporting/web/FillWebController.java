package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.filling.FillScene;
import org.luoshi.reporting.filling.FillScenes;
import org.luoshi.reporting.filling.FillingService;
import org.luoshi.reporting.filling.TypedReport;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Filling in a report: zero with one press, figures otherwise; followed up, corrected, sent for a unit below. */
@Controller
@RequestMapping("/reporting/fill/{regime}/{period}/{place}")
class FillWebController {

    private final OpenRounds rounds;
    private final FillScenes scenes;
    private final FillingService service;
    private final Templates templates;

    FillWebController(OpenRounds rounds, FillScenes scenes, FillingService service, Templates templates) {
        this.rounds = rounds;
        this.scenes = scenes;
        this.service = service;
        this.templates = templates;
    }

    @GetMapping
    View fill(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long place,
            Page page,
            @CurrentActor Actor actor) {
        FillScene scene = scenes.of(rounds.require(regime, period), place, actor);
        return Html.of(templates.reportingFill(page, scene, start(scene, actor), Map.of()));
    }

    @PostMapping
    View send(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long place,
            @RequestParam Map<String, String> fields,
            Page page,
            @CurrentActor Actor actor) {
        TypedReport typed = new TypedReport(fields);
        OpenRound open = rounds.require(regime, period);
        try {
            Receipt receipt = service.send(open, place, typed, actor, Channel.PAGE);
            FillScene scene = scenes.of(open, place, actor).sent(receipt.warnings());
            return Html.of(templates.reportingFill(page, scene, start(scene, actor), Map.of()));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            FillScene scene = scenes.of(open, place, actor);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingFill(page, scene, typed, FormTyped.errors(page, refusal)));
        }
    }

    /** Whoever reports for another unit names the person who told it; that is never entered for them. */
    private static TypedReport start(FillScene scene, Actor actor) {
        return scene.start(scene.onBehalf() ? Map.of() : Map.of("signer", actor.name()));
    }
}
