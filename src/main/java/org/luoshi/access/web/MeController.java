package org.luoshi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.core.AccessError;
import org.luoshi.access.core.AccessSettings;
import org.luoshi.access.core.AccountQueries;
import org.luoshi.access.core.AccountService;
import org.luoshi.access.core.SignIns;
import org.luoshi.access.core.Standings;
import org.luoshi.access.core.TokenService;
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

/** What everybody may see and change about themselves. */
@Controller
@RequestMapping("/me")
class MeController {

    private static final int SIGN_INS_SHOWN = 8;

    private final AccountService accounts;
    private final AccountQueries queries;
    private final TokenService tokens;
    private final SignIns signIns;
    private final Standings standings;
    private final AccessSettings settings;
    private final Templates templates;

    MeController(
            AccountService accounts,
            AccountQueries queries,
            TokenService tokens,
            SignIns signIns,
            Standings standings,
            AccessSettings settings,
            Templates templates) {
        this.accounts = accounts;
        this.queries = queries;
        this.tokens = tokens;
        this.signIns = signIns;
        this.standings = standings;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping
    View me(Page page, @RequestParam(required = false) @Nullable String changed) {
        return Html.of(show(page, emptyForm(), Map.of(), "", changed != null));
    }

    @GetMapping("/password")
    View passwordForm(Page page, @CurrentActor Actor actor) {
        return Html.of(password(page, actor, Map.of()));
    }

    /** The session goes on under a new id; those in other places end. */
    @PostMapping("/password")
    View changePassword(
            Page page,
            @CurrentActor Actor actor,
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String repeated,
            HttpServletRequest request) {
        if (!wanted.equals(repeated)) {
            return refused(page, actor, "repeated", AccessError.PASSWORD_REPEAT.plain());
        }
        try {
            HttpSession session = request.getSession(false);
            accounts.changeOwnPassword(current, wanted, session == null ? null : session.getId(), actor);
        } catch (BusinessException refusal) {
            String field = refusal.error() == AccessError.PASSWORD_WRONG ? "current" : "wanted";
            return refused(page, actor, field, refusal);
        }
        return new RedirectView("/me?changed");
    }

    @PostMapping("/tokens")
    View makeToken(@Valid TokenForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        if (result.hasErrors()) {
            return Html.invalid(show(page, form, Html.errorsOf(result), "", false));
        }
        try {
            TokenService.Scope scope = TokenService.Scope.valueOf(form.scope());
            String word = tokens.make(form.name().strip(), scope, LocalDate.parse(form.lastDay()), actor);
            return Html.of(show(page, emptyForm(), Map.of(), word, false));
        } catch (DateTimeException e) {
            return Html.invalid(show(page, form, Map.of("lastDay", page.t("access.form.day")), "", false));
        } catch (BusinessException refusal) {
            return Html.invalid(show(page, form, Map.of("lastDay", page.reason(refusal)), "", false));
        }
    }

    @PostMapping("/tokens/{id}/revocation")
    View revokeToken(@PathVariable UUID id, @CurrentActor Actor actor) {
        tokens.revoke(id, actor);
        return new RedirectView("/me");
    }

    private View refused(Page page, Actor actor, String field, BusinessException refusal) {
        return Html.invalid(password(page, actor, Map.of(field, page.reason(refusal))));
    }

    private JteModel password(Page page, Actor actor, Map<String, String> errors) {
        String policy = page.t(
                "access.password.policy", "length", settings.passwordLength(), "classes", settings.passwordClasses());
        return templates.accessPassword(
                page,
                queries.account(actor.personId()).login(),
                standings.of(actor.personId()).mustChange(),
                policy,
                errors);
    }

    private JteModel show(Page page, TokenForm form, Map<String, String> errors, String word, boolean changed) {
        UUID me = page.actor().personId();
        return templates.accessMe(
                page,
                queries.account(me),
                tokens.of(me),
                signIns.lastOf(me, SIGN_INS_SHOWN),
                form,
                errors,
                word,
                changed);
    }

    private TokenForm emptyForm() {
        return new TokenForm("", "READ", tokens.latestEnd().toString());
    }
}
