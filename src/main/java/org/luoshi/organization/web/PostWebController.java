package org.luoshi.organization.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Post;
import org.luoshi.organization.core.Directory;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.PostSheet;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class PostWebController {

    private final StaffService staff;
    private final SeatService seats;
    private final OrganizationQueries queries;
    private final Directory directory;
    private final Templates templates;

    PostWebController(
            StaffService staff,
            SeatService seats,
            OrganizationQueries queries,
            Directory directory,
            Templates templates) {
        this.staff = staff;
        this.seats = seats;
        this.queries = queries;
        this.directory = directory;
        this.templates = templates;
    }

    /** The short form on the page of the unit: only a title. */
    @PostMapping("/units/{id}/posts")
    View add(@PathVariable UUID id, @Valid PostForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.organizationUnit(page, queries.unit(id), true));
        }
        Post post = staff.addPost(id, form.title().strip(), idOrNull(form.serves()), actor);
        return new RedirectView("/posts/" + post.id());
    }

    @GetMapping("/posts/{id}")
    View post(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(sheet(page, queries.post(id), null, "", page.today().toString(), Map.of(), actor));
    }

    @PostMapping("/posts/{id}")
    View change(
            @PathVariable UUID id, @Valid PostForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        PostSheet sheet = queries.post(id);
        String today = page.today().toString();
        if (result.hasErrors()) {
            return Html.invalid(sheet(page, sheet, form, "", today, Html.errorsOf(result), actor));
        }
        try {
            int place = form.order().isBlank() ? sheet.post().order() : Integer.parseInt(form.order());
            staff.changePost(
                    id, Integer.parseInt(form.version()), form.title().strip(), place, idOrNull(form.serves()), actor);
            return new RedirectView("/units/" + sheet.post().unitId());
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("", page.reason(refusal));
            return Html.withStatus(Editing.statusOf(refusal), sheet(page, sheet, form, "", today, errors, actor));
        }
    }

    @PostMapping("/posts/{id}/holder")
    View seat(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            Page page,
            @CurrentActor Actor actor) {
        Editing.require(actor);
        PostSheet sheet = queries.post(id);
        if (!from.matches(Editing.DAY)) {
            Map<String, String> errors = Map.of("from", page.t("organization.form.day"));
            return Html.invalid(sheet(page, sheet, null, person, from, errors, actor));
        }
        try {
            LocalDate day = LocalDate.parse(from);
            if (person.isBlank()) {
                seats.vacate(id, day, null, actor);
            } else {
                seats.seat(queries.personWritten(person).id(), id, day, actor);
            }
            return new RedirectView("/units/" + sheet.post().unitId());
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("person", page.reason(refusal));
            return Html.withStatus(Editing.statusOf(refusal), sheet(page, sheet, null, person, from, errors, actor));
        }
    }

    @PostMapping("/posts/{id}/end")
    View end(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        UUID unitId = queries.post(id).post().unitId();
        staff.endPost(id, page.today().minusDays(1), actor);
        return new RedirectView("/units/" + unitId);
    }

    private gg.jte.models.runtime.JteModel sheet(
            Page page,
            PostSheet sheet,
            @Nullable PostForm form,
            String person,
            String from,
            Map<String, String> errors,
            Actor actor) {
        Post post = sheet.post();
        UUID serves = post.servesPostId();
        PostForm shown = form != null
                ? form
                : new PostForm(
                        post.title(),
                        String.valueOf(post.order()),
                        serves == null ? "" : serves.toString(),
                        String.valueOf(sheet.version()));
        List<Post> leaders = directory.postsOf(post.unitId()).stream()
                .filter(other -> !other.id().equals(post.id()))
                .toList();
        return templates.organizationPost(page, sheet, shown, person, from, leaders, errors, Editing.isOpenTo(actor));
    }

    private static @Nullable UUID idOrNull(String text) {
        return text.isBlank() ? null : UUID.fromString(text);
    }
}
