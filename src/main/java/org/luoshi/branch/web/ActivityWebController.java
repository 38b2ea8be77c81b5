package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchError;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.BranchRoll;
import org.luoshi.branch.core.DutyQueries;
import org.luoshi.branch.core.Kinds;
import org.luoshi.branch.core.Names;
import org.luoshi.branch.rules.Demand;
import org.luoshi.files.FilesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Activities from plan to record. */
@Controller
class ActivityWebController {

    private final ActivityService service;
    private final ActivityQueries queries;
    private final DutyQueries duties;
    private final BranchRights rights;
    private final Kinds kinds;
    private final Names names;
    private final FilesApi files;
    private final Templates templates;
    private final ZoneId zone;

    ActivityWebController(
            ActivityService service,
            ActivityQueries queries,
            DutyQueries duties,
            BranchRights rights,
            Kinds kinds,
            Names names,
            FilesApi files,
            Templates templates,
            ZoneId zone) {
        this.service = service;
        this.queries = queries;
        this.duties = duties;
        this.rights = rights;
        this.kinds = kinds;
        this.names = names;
        this.files = files;
        this.templates = templates;
        this.zone = zone;
    }

    @GetMapping("/branches/{id}/activities")
    View list(@PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        int shown = year == 0 ? page.today().getYear() : year;
        BranchRoll roll = rights.visible(id, actor);
        boolean recorder =
                rights.isKeeper(roll, actor) || !rights.ledBy(roll, actor).isEmpty();
        return Html.of(
                templates.branchActivities(page, roll, queries.ofYear(id, shown, actor), shown, kinds, recorder));
    }

    /** An empty form; coming from a duty, what would meet it is chosen already. */
    @GetMapping("/branches/{id}/activities/new")
    View form(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean held,
            @RequestParam(required = false) @Nullable UUID duty,
            Page page,
            @CurrentActor Actor actor) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("held", String.valueOf(held));
        BranchRoll roll = rights.visible(id, actor);
        if (duty != null) {
            DutyQueries.DutySheet sheet = duties.duty(duty, actor);
            if (sheet.rule().demand() instanceof Demand.Count count) {
                values.set("kind", count.kinds().get(0));
            }
            if (!sheet.duty().subjectId().equals(id)) {
                values.set("group", sheet.duty().subjectId().toString());
            }
        } else if (!rights.isKeeper(roll, actor)) {
            rights.ledBy(roll, actor).stream().findFirst().ifPresent(group -> values.set("group", group.toString()));
        }
        return Html.of(shownForm(roll, null, Typed.of(values), page, actor));
    }

    private JteModel shownForm(BranchRoll roll, @Nullable UUID activity, Typed typed, Page page, Actor actor) {
        boolean keeper = rights.isKeeper(roll, actor);
        return templates.branchActivityForm(
                page,
                roll,
                activity == null ? "" : activity.toString(),
                kinds.all(page.locale()),
                names.of(roll.membersOn(page.today())),
                keeper,
                rights.ledBy(roll, actor),
                typed);
    }

    @PostMapping("/branches/{id}/activities")
    View plan(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> {
                    UUID activity = service.plan(ActivityForms.plan(id, typed, zone), actor);
                    return "/branch-activities/" + activity + (typed.has("held", "true") ? "/record" : "");
                },
                typed -> shownForm(rights.visible(id, actor), null, typed, page, actor));
    }

    @GetMapping("/branch-activities/{id}")
    View activity(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchActivity(page, queries.sheet(id, actor), kinds, Typed.nothing()));
    }

    @GetMapping("/branch-activities/{id}/edit")
    View edit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        ActivityQueries.ActivitySheet sheet = queries.sheet(id, actor);
        Typed typed = ActivityForms.of(sheet, zone);
        typed.values().set("version", String.valueOf(sheet.activity().version()));
        return Html.of(shownForm(sheet.roll(), id, typed, page, actor));
    }

    @PostMapping("/branch-activities/{id}")
    View change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        ActivityQueries.ActivitySheet sheet = queries.sheet(id, actor);
        return Mending.take(
                form,
                page,
                typed -> {
                    UUID branch = sheet.activity().branchId();
                    service.change(id, typed.number("version"), ActivityForms.plan(branch, typed, zone), actor);
                    return "/branch-activities/" + id;
                },
                typed -> shownForm(sheet.roll(), id, typed, page, actor));
    }

    @PostMapping("/branch-activities/{id}/invitation")
    View invite(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.invite(id, actor);
        return new RedirectView("/branch-activities/" + id);
    }

    @PostMapping("/branch-activities/{id}/cancellation")
    View cancel(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> {
                    service.cancel(id, typed.get("reason"), actor);
                    return "/branch-activities/" + id;
                },
                typed -> templates.branchActivity(page, queries.sheet(id, actor), kinds, typed));
    }

    @GetMapping("/branch-activities/{id}/record")
    View recordForm(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(shownRecord(queries.sheet(id, actor), Typed.nothing(), page));
    }

    private JteModel shownRecord(ActivityQueries.ActivitySheet sheet, Typed typed, Page page) {
        return templates.branchRecord(
                page,
                sheet,
                kinds,
                queries.couldMakeGood(sheet.activity(), sheet.activity().kinds()),
                typed);
    }

    @PostMapping("/branch-activities/{id}/record")
    View record(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Page page,
            @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> {
                    List<UUID> stored = Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                            .filter(file -> !file.isEmpty())
                            .map(file -> this.files.store(file, actor).id())
                            .toList();
                    service.record(id, typed.number("version"), ActivityForms.record(typed, stored), actor);
                    return "/branch-activities/" + id;
                },
                typed -> shownRecord(queries.sheet(id, actor), typed, page));
    }

    @GetMapping("/branch-activities/{id}/files/{file}")
    View file(@PathVariable UUID id, @PathVariable UUID file, @CurrentActor Actor actor) {
        boolean there = queries.sheet(id, actor).files().stream()
                .anyMatch(stored -> stored.id().equals(file));
        if (!there) {
            throw BranchError.UNKNOWN.with(Map.of("id", file));
        }
        return files.download(file);
    }
}
