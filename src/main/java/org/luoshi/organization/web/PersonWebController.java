package org.luoshi.organization.web;

import static org.luoshi.organization.core.OrganizationError.SUCCESSOR_MISSING;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Person;
import org.luoshi.organization.core.HoldingRow;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.PersonSheet;
import org.luoshi.organization.core.SeatService;
import org.luoshi.organization.core.StaffService;
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
@RequestMapping("/people")
class PersonWebController {

    private final StaffService staff;
    private final SeatService seats;
    private final OrganizationQueries queries;
    private final Templates templates;

    PersonWebController(StaffService staff, SeatService seats, OrganizationQueries queries, Templates templates) {
        this.staff = staff;
        this.seats = seats;
        this.queries = queries;
        this.templates = templates;
    }

    @GetMapping
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(defaultValue = "0") int from,
            Page page,
            @CurrentActor Actor actor) {
        int offset = Math.max(0, from);
        return Html.of(templates.organizationPeople(
                page,
                queries.people(q, left, offset),
                q,
                left,
                offset,
                queries.countPeople(left),
                Editing.isOpenTo(actor)));
    }

    @GetMapping("/{id}")
    View person(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.organizationPerson(page, queries.person(id), Editing.isOpenTo(actor)));
    }

    @GetMapping("/new")
    View empty(Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        return Html.of(templates.organizationPersonForm(page, null, new PersonForm("", "", "", "0"), Map.of()));
    }

    @PostMapping
    View add(@Valid PersonForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationPersonForm(page, null, form, Html.errorsOf(result)));
        }
        Person person = staff.addPerson(
                form.name().strip(), Editing.orNull(form.telephone()), Editing.orNull(form.email()), actor);
        return new RedirectView("/people/" + person.id());
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        PersonSheet sheet = queries.person(id);
        return Html.of(
                templates.organizationPersonForm(page, id, PersonForm.of(sheet.person(), sheet.version()), Map.of()));
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable UUID id, @Valid PersonForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationPersonForm(page, id, form, Html.errorsOf(result)));
        }
        try {
            Person person =
                    new Person(id, form.name().strip(), Editing.orNull(form.telephone()), Editing.orNull(form.email()));
            staff.changePerson(person, Integer.parseInt(form.version()), actor);
            return new RedirectView("/people/" + id);
        } catch (BusinessException refusal) {
            return Html.withStatus(
                    Editing.statusOf(refusal),
                    templates.organizationPersonForm(page, id, form, Map.of("", page.reason(refusal))));
        }
    }

    @PostMapping("/{id}/come-back")
    View comeBack(@PathVariable UUID id, @CurrentActor Actor actor) {
        Editing.require(actor);
        staff.comeBack(id, actor);
        return new RedirectView("/people/" + id);
    }

    @GetMapping("/{id}/hand-over")
    View handOverPage(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        HandOverForm form = new HandOverForm(page.today().toString(), "yes", "");
        return Html.of(templates.organizationHandOver(page, queries.person(id), form, Map.of(), Map.of()));
    }

    /** Per post: the field {@code keep-<id>} leaves it as it is, {@code vacant-<id>} leaves it empty, {@code post-<id>} names the successor. */
    @PostMapping("/{id}/hand-over")
    View handOver(
            @PathVariable UUID id,
            @Valid HandOverForm form,
            BindingResult result,
            @RequestParam Map<String, String> typed,
            Page page,
            @CurrentActor Actor actor) {
        Editing.require(actor);
        PersonSheet sheet = queries.person(id);
        Map<String, String> errors = new LinkedHashMap<>(Html.errorsOf(result));
        Map<UUID, @Nullable UUID> successors = new HashMap<>();
        if (errors.isEmpty()) {
            LocalDate from = LocalDate.parse(form.from());
            sheet.heldOn(from).forEach(holding -> successor(holding, typed, form, page, successors, errors));
        }
        if (errors.isEmpty()) {
            try {
                seats.handOver(
                        id,
                        successors,
                        LocalDate.parse(form.from()),
                        form.isLeaving(),
                        Editing.orNull(form.reason()),
                        actor);
                return new RedirectView("/people/" + id);
            } catch (BusinessException refusal) {
                errors.put("", page.reason(refusal));
            }
        }
        return Html.invalid(templates.organizationHandOver(page, sheet, form, typed, errors));
    }

    private void successor(
            HoldingRow holding,
            Map<String, String> typed,
            HandOverForm form,
            Page page,
            Map<UUID, @Nullable UUID> successors,
            Map<String, String> errors) {
        String field = "post-" + holding.postId();
        String name = typed.getOrDefault(field, "").strip();
        try {
            switch (typed.getOrDefault("what-" + holding.postId(), "successor")) {
                case "vacant" -> successors.put(holding.postId(), null);
                case "keep" -> {
                    if (form.isLeaving()) {
                        throw SUCCESSOR_MISSING.with(Map.of("title", holding.title()));
                    }
                }
                default -> {
                    if (name.isEmpty()) {
                        throw SUCCESSOR_MISSING.with(Map.of("title", holding.title()));
                    }
                    successors.put(holding.postId(), queries.personWritten(name).id());
                }
            }
        } catch (BusinessException refusal) {
            errors.put(field, page.reason(refusal));
        }
    }

    /** Suggestions for a field that wants a person. */
    @GetMapping("/pick")
    View pick(@RequestParam Map<String, String> parameters) {
        String typed = parameters.getOrDefault("q", parameters.getOrDefault(parameters.getOrDefault("field", ""), ""));
        Map<String, String> options = new LinkedHashMap<>();
        if (!typed.isBlank()) {
            queries.people(typed, false, 0).stream().limit(20).forEach(row -> options.put(row.label(), ""));
        }
        return Html.of(templates.organizationOptions(options));
    }
}
