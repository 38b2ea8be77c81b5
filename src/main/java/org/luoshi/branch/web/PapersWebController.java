package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.branch.core.Activity;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.EvidenceService;
import org.luoshi.branch.core.HealthQueries;
import org.luoshi.branch.core.Kinds;
import org.luoshi.branch.core.MinutesWriter;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What leaves the branch as paper: minutes, the calendar of the year, and the pack for an inspector. */
@Controller
class PapersWebController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MinutesWriter minutes;
    private final EvidenceService evidence;
    private final HealthQueries health;
    private final ActivityQueries activities;
    private final BranchRights rights;
    private final Kinds kinds;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    PapersWebController(
            MinutesWriter minutes,
            EvidenceService evidence,
            HealthQueries health,
            ActivityQueries activities,
            BranchRights rights,
            Kinds kinds,
            SpreadsheetsApi spreadsheets,
            Templates templates) {
        this.minutes = minutes;
        this.evidence = evidence;
        this.health = health;
        this.activities = activities;
        this.rights = rights;
        this.kinds = kinds;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping("/branch-activities/{id}/minutes")
    View minutes(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        String title = activities.sheet(id, actor).activity().title();
        return sent(minutes.write(id, page, actor), title + ".docx", DOCX);
    }

    @GetMapping("/branches/{id}/calendar")
    View calendar(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        int shown = year == 0 ? page.today().getYear() : year;
        return Html.of(templates.branchCalendar(
                page, health.health(id, shown, actor), activities.ofYear(id, shown, actor), kinds));
    }

    /** The same year as a sheet: each activity and each duty by its day. */
    @GetMapping("/branches/{id}/calendar/{year}.xlsx")
    View sheet(@PathVariable UUID id, @PathVariable int year, Page page, @CurrentActor Actor actor) {
        List<List<String>> rows = new ArrayList<>();
        for (Activity activity : activities.ofYear(id, year, actor)) {
            rows.add(List.of(
                    activity.startsAt().atZone(page.zone()).toLocalDate().toString(),
                    activity.title(),
                    kinds.names(page.locale(), activity.kinds()),
                    activity.place(),
                    page.t("branch.activity.state", activity.state())));
        }
        String language = page.isChinese() ? "zh" : "en";
        for (HealthQueries.DutyStrip strip : health.health(id, year, actor).strips()) {
            strip.duties()
                    .forEach(duty -> rows.add(List.of(
                            duty.toDay().toString(),
                            strip.rule().text(language),
                            strip.rule().id(),
                            strip.subject(),
                            page.t("branch.state", duty.state(page.today())))));
        }
        rows.sort(Comparator.comparing(row -> row.get(0)));
        List<String> head = Stream.of("when", "what", "kind", "place", "state")
                .map(column -> page.t("branch.calendar.column." + column))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, String.valueOf(year), head, rows.stream());
        return sent(out.toByteArray(), page.t("branch.calendar.file", "year", year) + ".xlsx", XLSX);
    }

    @GetMapping("/branches/{id}/evidence")
    View evidence(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(shown(id, Typed.nothing(), page, actor));
    }

    private JteModel shown(UUID id, Typed typed, Page page, Actor actor) {
        var roll = rights.visible(id, actor);
        return templates.branchEvidence(page, roll, evidence.asked(id, actor), rights.isKeeper(roll, actor), typed);
    }

    @PostMapping("/branches/{id}/evidence")
    View make(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        Typed typed = Typed.of(form);
        try {
            EvidenceService.Made made = evidence.make(
                    id,
                    typed.get("askedBy"),
                    typed.get("purpose"),
                    typed.neededDay("from"),
                    typed.neededDay("to"),
                    page,
                    actor);
            return sent(made.zip(), made.name(), "application/zip");
        } catch (BusinessException refusal) {
            if (refusal.error().kind() != ErrorCode.Kind.RULE_VIOLATED) {
                throw refusal;
            }
            return Html.invalid(shown(id, typed.refused(page.reason(refusal)), page, actor));
        }
    }

    private static View sent(byte[] content, String name, String type) {
        return (model, request, response) -> {
            response.setContentType(type);
            response.setContentLength(content.length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.getOutputStream().write(content);
        };
    }
}
