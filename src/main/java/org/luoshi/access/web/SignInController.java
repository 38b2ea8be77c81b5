package org.luoshi.access.web;

import org.jspecify.annotations.Nullable;
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

    private final Templates templates;

    SignInController(Templates templates) {
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
        String message = out == null ? "" : page.t("access.sign-in.out");
        return Html.of(templates.accessSignIn(page, "", SignInAnswers.safeBack(back), message, KeptForm.NONE));
    }
}
