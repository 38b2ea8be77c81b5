package org.luoshi.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.FirstAccount;
import org.luoshi.administration.core.DemonstrationSetUp;
import org.luoshi.administration.core.RowRefused;
import org.luoshi.administration.core.SetUpService;
import org.luoshi.administration.core.SetUpToken;
import org.luoshi.jobs.Job;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The first page anybody sees, open only to who has the link from the console. */
@Controller
@RequestMapping("/set-up")
class SetUpController {

    private final SetUpToken token;
    private final SetUpService ownOffice;
    private final DemonstrationSetUp demonstration;
    private final AccessApi access;
    private final Templates templates;

    SetUpController(
            SetUpToken token,
            SetUpService ownOffice,
            DemonstrationSetUp demonstration,
            AccessApi access,
            Templates templates) {
        this.token = token;
        this.ownOffice = ownOffice;
        this.demonstration = demonstration;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    View choice(Page page, @RequestParam(name = "token", required = false) @Nullable String word) {
        Optional<View> answer = closed(page, word);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (demonstration.running().isPresent()) {
            return new RedirectView("/set-up/demonstration?token=" + word);
        }
        return Html.of(templates.administrationChoice(page, word, demonstration.isOffered(), ""));
    }

    @GetMapping("/office")
    View form(Page page, @RequestParam(name = "token", required = false) @Nullable String word) {
        return closed(page, word)
                .orElseGet(() -> Html.of(templates.administrationOffice(page, word, SetUpForm.empty(), Map.of())));
    }

    @PostMapping("/office")
    View make(
            Page page,
            @RequestParam(name = "token", required = false) @Nullable String word,
            @ModelAttribute SetUpForm form) {
        Optional<View> answer = closed(page, word);
        if (answer.isPresent()) {
            return answer.get();
        }
        Map<String, String> errors = form.check(page);
        if (!errors.isEmpty()) {
            return Html.invalid(templates.administrationOffice(page, word, form, errors));
        }
        try {
            List<FirstAccount> accounts = ownOffice.make(form.toCommand());
            token.useUp();
            return Html.of(templates.administrationAccounts(page, accounts, false));
        } catch (RowRefused refused) {
            return refused(page, word, form, "people[" + refused.row() + "]", refused.refusal());
        } catch (BusinessException refusal) {
            return refused(page, word, form, "office", refusal);
        }
    }

    @PostMapping("/demonstration")
    View startDemonstration(Page page, @RequestParam(name = "token", required = false) @Nullable String word) {
        Optional<View> answer = closed(page, word);
        if (answer.isPresent()) {
            return answer.get();
        }
        demonstration.start();
        return new RedirectView("/set-up/demonstration?token=" + word);
    }

    /** Loads itself again until the work has ended, then shows the accounts for the only time. */
    @GetMapping("/demonstration")
    View demonstration(Page page, @RequestParam(name = "token", required = false) @Nullable String word) {
        Optional<View> answer = closed(page, word);
        if (answer.isPresent()) {
            return answer.get();
        }
        Optional<Job> job = demonstration.running();
        if (job.isEmpty()) {
            return new RedirectView("/set-up?token=" + word);
        }
        return switch (job.get().state()) {
            case RUNNING ->
                Html.of(templates.administrationProgress(
                        page, word, job.get().done(), job.get().total()));
            case DONE -> {
                token.useUp();
                yield Html.of(templates.administrationAccounts(page, demonstration.takeAccounts(), true));
            }
            case FAILED, CANCELLED, LOST -> {
                demonstration.forgetFailure();
                yield Html.withStatus(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        templates.administrationChoice(
                                page, word, demonstration.isOffered(), page.t("administration.demonstration.failed")));
            }
        };
    }

    /** Set up already, or a link that is not the one on the console. */
    private Optional<View> closed(Page page, @Nullable String word) {
        try {
            token.require(word);
        } catch (BusinessException refusal) {
            boolean isDone = access.hasAccounts();
            String text = isDone ? page.t("administration.set-up.done") : page.reason(refusal);
            HttpStatus status = isDone && word == null ? HttpStatus.OK : HttpStatus.FORBIDDEN;
            return Optional.of(Html.withStatus(status, templates.administrationClosed(page, text, isDone)));
        }
        boolean isMakingDemonstration = demonstration.running().isPresent();
        return access.hasAccounts() && !isMakingDemonstration
                ? Optional.of(Html.of(templates.administrationClosed(page, page.t("administration.set-up.done"), true)))
                : Optional.empty();
    }

    private View refused(Page page, @Nullable String word, SetUpForm form, String field, BusinessException refusal) {
        return Html.invalid(templates.administrationOffice(page, word, form, Map.of(field, page.reason(refusal))));
    }
}
