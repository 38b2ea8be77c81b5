package org.luoshi.access.web;

import org.jspecify.annotations.Nullable;
import org.luoshi.access.core.RoleQueries;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The empty sign-in form; what is sent goes to the security chain. */
@Controller
class SignInController {

    private final RoleQueries roles;
    private final Templates templates;

    SignInController(RoleQueries roles, Templates templates) {
        this.roles = roles;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    View form(
            Page page,
            @RequestParam(required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String out) {
        if (page.isSignedIn()) {
            return new RedirectView("/desk");
        }
        String message = roles.hasAccounts()
                ? (out == null ? "" : page.t("access.sign-in.out"))
                : page.t("access.sign-in.no-accounts");
        return Html.of(templates.accessSignIn(page, "", SignInAnswers.safeBack(back), message, KeptForm.NONE));
    }
}
