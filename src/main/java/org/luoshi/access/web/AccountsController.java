package org.luoshi.access.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.core.AccountQueries;
import org.luoshi.access.core.AccountService;
import org.luoshi.access.core.GrantService;
import org.luoshi.access.core.Passwords;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
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

/** Accounts for the system administrator, locks and administrative roles for the security administrator, all of it to read for the auditor. */
@Controller
@RequestMapping("/accounts")
class AccountsController {

    private final AccountService accounts;
    private final AccountQueries queries;
    private final GrantService grants;
    private final Passwords passwords;
    private final Templates templates;

    AccountsController(
            AccountService accounts,
            AccountQueries queries,
            GrantService grants,
            Passwords passwords,
            Templates templates) {
        this.accounts = accounts;
        this.queries = queries;
        this.grants = grants;
        this.passwords = passwords;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.accessAccounts(page, queries.all(actor)));
    }

    @GetMapping("/new")
    View chooser(Page page, @CurrentActor Actor actor, @RequestParam(defaultValue = "") String q) {
        return Html.of(templates.accessChoosePerson(page, q, queries.candidates(q, actor)));
    }

    @GetMapping(path = "/new", params = "person")
    View form(Page page, @CurrentActor Actor actor, @RequestParam UUID person) {
        return Html.of(templates.accessOpenAccount(page, queries.candidate(person, actor), "", Map.of()));
    }

    @PostMapping
    View open(Page page, @CurrentActor Actor actor, @RequestParam UUID person, @RequestParam String login) {
        String password = passwords.generate();
        String wanted = login.strip();
        try {
            accounts.open(person, wanted, password, true, actor);
        } catch (BusinessException refusal) {
            return Html.invalid(templates.accessOpenAccount(
                    page, queries.candidate(person, actor), login, Map.of("login", page.reason(refusal))));
        }
        return Html.of(templates.accessOneTime(page, queries.row(person, actor), password));
    }

    @GetMapping("/{id}")
    View account(Page page, @CurrentActor Actor actor, @PathVariable UUID id) {
        return Html.of(templates.accessAccount(
                page, queries.row(id, actor), queries.account(id).version(), queries.deeds(id, actor)));
    }

    @PostMapping("/{id}/password")
    View resetPassword(Page page, @CurrentActor Actor actor, @PathVariable UUID id, @RequestParam int version) {
        String password = accounts.resetPassword(id, version, actor);
        return Html.of(templates.accessOneTime(page, queries.row(id, actor), password));
    }

    @PostMapping("/{id}/disabling")
    View disable(@CurrentActor Actor actor, @PathVariable UUID id, @RequestParam int version) {
        accounts.disable(id, version, actor);
        return back(id);
    }

    @PostMapping("/{id}/enabling")
    View enable(@CurrentActor Actor actor, @PathVariable UUID id, @RequestParam int version) {
        accounts.enable(id, version, actor);
        return back(id);
    }

    @PostMapping("/{id}/unlocking")
    View unlock(@CurrentActor Actor actor, @PathVariable UUID id) {
        accounts.unlock(id, actor);
        return back(id);
    }

    /** Without a role: what the person has is taken back. */
    @PostMapping("/{id}/role")
    View role(@CurrentActor Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable Role role) {
        if (role == null) {
            grants.takeFromPerson(id, actor);
        } else {
            grants.grantToPerson(id, role, actor);
        }
        return back(id);
    }

    private static View back(UUID id) {
        return new RedirectView("/accounts/" + id);
    }
}
