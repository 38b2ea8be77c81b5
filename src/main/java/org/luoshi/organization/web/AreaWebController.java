package org.luoshi.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.UnitRow;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The areas of the country, one level at a time. */
@Controller
@RequestMapping("/areas")
class AreaWebController {

    private final OrganizationQueries queries;
    private final AreaLoader loader;
    private final JobsApi jobs;
    private final Templates templates;

    AreaWebController(OrganizationQueries queries, AreaLoader loader, JobsApi jobs, Templates templates) {
        this.queries = queries;
        this.loader = loader;
        this.jobs = jobs;
        this.templates = templates;
    }

    /** @param in the area whose parts are shown; the provinces without */
    @GetMapping
    View level(
            @RequestParam(required = false) @Nullable UUID in,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "0") int from,
            Page page,
            @CurrentActor Actor actor) {
        LocalDate on = Editing.dayOr(day, page.today());
        int offset = Math.max(0, from);
        List<Unit> lineage = in == null ? List.of() : queries.lineage(in);
        List<UnitRow> rows = in == null ? queries.provinces(on, offset) : queries.level(in, on, offset);
        return Html.of(templates.organizationAreas(page, lineage, rows, on, offset, Editing.isOpenTo(actor)));
    }

    /** Loads the divisions that come with the product, down to a level, as long work. */
    @PostMapping("/load")
    View load(@RequestParam(defaultValue = "5") int levels, @CurrentActor Actor actor) {
        Editing.require(actor);
        int wanted = Math.min(Math.max(levels, 1), AreaOptions.ALL_LEVELS);
        AreaOptions options = new AreaOptions(wanted, AreaOptions.USUAL_START, false);
        UUID job = jobs.start("organization-areas", Map.of(), actor, progress -> {
            var loaded = loader.load(AreaLoader.shipped(), AreaLoader.SHIPPED, options, actor, progress);
            return new JobOutcome("organization.areas.done", loaded.figures(), "/areas", null);
        });
        return new RedirectView("/jobs/" + job);
    }
}
