package org.luoshi.access.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.core.GrantService;
import org.luoshi.access.core.RoleQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Which post may do what. */
@Controller
@RequestMapping("/accounts/roles")
class RolesController {

    private final RoleQueries queries;
    private final GrantService grants;
    private final Templates templates;

    RolesController(RoleQueries queries, GrantService grants, Templates templates) {
        this.queries = queries;
        this.grants = grants;
        this.templates = templates;
    }

    @GetMapping
    View roles(Page page, @CurrentActor Actor actor, @RequestParam(required = false) @Nullable UUID unit) {
        List<RoleQueries.Choice> units = queries.units(unit, actor);
        UUID shown = unit != null || units.isEmpty() ? unit : units.get(0).id();
        List<RoleQueries.PostRoles> posts = shown == null ? List.of() : queries.postsOf(shown, actor);
        return Html.of(templates.accessRoles(page, units, shown == null ? "" : shown.toString(), posts));
    }

    @PostMapping("/{post}")
    View give(@CurrentActor Actor actor, @PathVariable UUID post, @RequestParam Role role, @RequestParam UUID unit) {
        grants.grantToPost(post, role, actor);
        return new RedirectView("/accounts/roles?unit=" + unit);
    }

    @PostMapping("/{post}/{role}/taking")
    View take(@CurrentActor Actor actor, @PathVariable UUID post, @PathVariable Role role, @RequestParam UUID unit) {
        grants.takeFromPost(post, role, actor);
        return new RedirectView("/accounts/roles?unit=" + unit);
    }
}
