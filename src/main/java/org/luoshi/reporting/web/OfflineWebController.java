package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.offline.OfflineForms;
import org.luoshi.reporting.offline.OfflineLists;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Forms to be filled in without a net: one unit, one file; many units, a zip. */
@Controller
@RequestMapping("/reporting/offline/{regime}/{period}")
class OfflineWebController {

    private final TotalsScenes scenes;
    private final OfflineLists lists;
    private final OfflineForms forms;
    private final OfflineFiles files;
    private final NoticesApi notices;
    private final Templates templates;

    OfflineWebController(
            TotalsScenes scenes,
            OfflineLists lists,
            OfflineForms forms,
            OfflineFiles files,
            NoticesApi notices,
            Templates templates) {
        this.scenes = scenes;
        this.lists = lists;
        this.forms = forms;
        this.files = files;
        this.notices = notices;
        this.templates = templates;
    }

    @GetMapping
    View show(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        return Html.of(
                templates.reportingOffline(page, lists.of(scene, after, actor), after, List.of(), false, Map.of()));
    }

    /** For those that are ticked, or with {@code silent} for all below the place that have not reported. */
    @PostMapping
    View make(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") List<Long> unit,
            @RequestParam(defaultValue = "false") boolean silent,
            @RequestParam(defaultValue = "false") boolean web,
            Page page,
            @CurrentActor Actor actor,
            HttpServletRequest request) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        try {
            OfflineForms.Batch batch = silent
                    ? forms.makeSilent(scene.open(), scene.node(), actor)
                    : forms.make(scene.open(), unit, actor);
            String reached =
                    ServletUriComponentsBuilder.fromContextPath(request).toUriString();
            return files.send(batch, web, notices.houseAddress(reached) + "/report/offline", page);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingOffline(
                            page, lists.of(scene, after, actor), after, unit, web, Map.of("", page.reason(refusal))));
        }
    }
}
