package org.luoshi.organization.web;

import static org.luoshi.organization.core.OrganizationError.UNIT_UNCLEAR;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.AreaFinder;
import org.luoshi.organization.core.Directory;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.TypedUnits;
import org.luoshi.organization.core.UnitFinder;
import org.luoshi.organization.core.UnitService;
import org.luoshi.organization.core.UnitSheet;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/units")
class UnitWebController {

    private final UnitService service;
    private final OrganizationQueries queries;
    private final Directory directory;
    private final UnitFinder finder;
    private final TypedUnits typed;
    private final AreaFinder areas;
    private final Templates templates;

    UnitWebController(
            UnitService service,
            OrganizationQueries queries,
            Directory directory,
            UnitFinder finder,
            TypedUnits typed,
            AreaFinder areas,
            Templates templates) {
        this.service = service;
        this.queries = queries;
        this.directory = directory;
        this.finder = finder;
        this.typed = typed;
        this.areas = areas;
        this.templates = templates;
    }

    @GetMapping
    View tree(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "0") int from,
            Page page,
            @CurrentActor Actor actor) {
        LocalDate on = Editing.dayOr(day, page.today());
        var rows = q.isBlank()
                ? queries.level(null, on, Math.max(0, from))
                : queries.rows(finder.search(q, OrganizationQueries.LEVEL));
        return Html.of(templates.organizationTree(
                page,
                rows,
                q,
                on,
                Math.max(0, from),
                queries.countUnits(on),
                queries.hasAreas(),
                Editing.isOpenTo(actor)));
    }

    /** The next level below a unit: rows for the tree. */
    @GetMapping(path = "/{id}/level", headers = "HX-Request")
    View level(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1") int depth,
            Page page) {
        LocalDate on = Editing.dayOr(day, page.today());
        return Html.of(templates.organizationRows(
                page, queries.level(id, on, Math.max(0, from)), id, on, Math.max(0, from), Math.min(depth, 9)));
    }

    @GetMapping("/{id}")
    View unit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.organizationUnit(page, queries.unit(id), Editing.isOpenTo(actor)));
    }

    @GetMapping("/new")
    View empty(@RequestParam(required = false) @Nullable UUID parent, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        @Nullable Unit above = parent == null ? null : directory.unit(parent).orElse(null);
        return form(page, null, UnitForm.empty(above, nameOf(above), page.today()), Map.of());
    }

    @PostMapping
    View add(@Valid UnitForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationUnitForm(page, null, form, Html.errorsOf(result)));
        }
        try {
            Unit unit = service.add(form.toUnit(parentOf(form)), actor);
            return new RedirectView("/units/" + unit.id());
        } catch (BusinessException refusal) {
            return Html.invalid(templates.organizationUnitForm(page, null, form, errors(page, refusal)));
        }
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        UnitSheet sheet = queries.unit(id);
        List<Unit> above = sheet.above();
        @Nullable Unit parent = above.isEmpty() ? null : above.get(above.size() - 1);
        return form(page, id, UnitForm.of(sheet.unit(), nameOf(parent), sheet.version()), Map.of());
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable UUID id, @Valid UnitForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationUnitForm(page, id, form, Html.errorsOf(result)));
        }
        try {
            service.change(id, form.seenVersion(), form.toUnit(parentOf(form, id)), actor);
            return new RedirectView("/units/" + id);
        } catch (BusinessException refusal) {
            return Html.withStatus(
                    Editing.statusOf(refusal), templates.organizationUnitForm(page, id, form, errors(page, refusal)));
        }
    }

    @GetMapping("/{id}/end")
    View ending(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        return Html.of(templates.organizationEnd(
                page, queries.unit(id), new EndForm("", page.today().toString(), ""), Map.of()));
    }

    /** Ends the unit, or merges it where the name of another one was given. */
    @PostMapping("/{id}/end")
    View end(@PathVariable UUID id, @Valid EndForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationEnd(page, queries.unit(id), form, Html.errorsOf(result)));
        }
        try {
            LocalDate day = LocalDate.parse(form.day());
            if (form.into().isBlank()) {
                service.end(id, day.minusDays(1), Editing.orNull(form.reason()), actor);
            } else {
                service.merge(id, typed.require(form.into()).id(), day, Editing.orNull(form.reason()), actor);
            }
            return new RedirectView("/units/" + id);
        } catch (BusinessException refusal) {
            return Html.withStatus(
                    Editing.statusOf(refusal),
                    templates.organizationEnd(page, queries.unit(id), form, errors(page, refusal)));
        }
    }

    /** Suggestions for the unit picker: what stands before the last separator stays. */
    @GetMapping("/pick")
    View pick(@RequestParam Map<String, String> parameters) {
        String text = parameters.getOrDefault("q", parameters.getOrDefault(parameters.getOrDefault("field", ""), ""));
        int last = Math.max(Math.max(text.lastIndexOf('、'), text.lastIndexOf('，')), text.lastIndexOf(','));
        String before = text.substring(0, last + 1);
        Map<String, String> options = new LinkedHashMap<>();
        List<Unit> found = finder.search(text.substring(last + 1), 20);
        Map<UUID, String> names = areas.wordings(found);
        found.forEach(unit -> options.put(
                before + names.get(unit.id()), unit.kind() == UnitKind.AREA ? unit.code() : unit.shortName()));
        return Html.of(templates.organizationOptions(options));
    }

    private View form(Page page, @Nullable UUID id, UnitForm form, Map<String, String> errors) {
        return Html.of(templates.organizationUnitForm(page, id, form, errors));
    }

    /** By which the field for the parent understands it again. */
    private String nameOf(@Nullable Unit unit) {
        return unit == null ? "" : areas.wordings(List.of(unit)).getOrDefault(unit.id(), "");
    }

    private @Nullable UUID parentOf(UnitForm form) {
        return form.parent().isBlank() ? null : typed.require(form.parent()).id();
    }

    /** An unchanged parent stays, even when another unit somewhere has the same name. */
    private @Nullable UUID parentOf(UnitForm form, UUID id) {
        Optional<Unit> present = directory.unit(id).map(Unit::parentId).flatMap(directory::unit);
        if (present.filter(parent -> nameOf(parent).equals(form.parent().strip()))
                .isPresent()) {
            return present.get().id();
        }
        return parentOf(form);
    }

    private static Map<String, String> errors(Page page, BusinessException refusal) {
        String field = refusal.error() == UNIT_UNCLEAR ? "parent" : "";
        return Map.of(field, page.reason(refusal));
    }
}
