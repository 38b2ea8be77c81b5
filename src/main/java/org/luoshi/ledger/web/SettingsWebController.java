package org.luoshi.ledger.web;

import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.Catalogue;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.worktime.LimitUnit;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The numbers with a rule, the kinds of source and the classes of limit of this office. */
@Controller
@RequestMapping("/ledger/settings")
class SettingsWebController {

    private final LedgerSettings settings;
    private final Catalogue catalogue;
    private final LedgerView view;
    private final Templates templates;

    SettingsWebController(LedgerSettings settings, Catalogue catalogue, LedgerView view, Templates templates) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View settings(Page page, @CurrentActor Actor actor) {
        requireDirector(actor);
        return shown(page, HttpStatus.OK, null);
    }

    @PostMapping
    View change(@RequestParam LedgerSetting setting, @RequestParam String value, Page page, @CurrentActor Actor actor) {
        requireDirector(actor);
        return after(page, () -> settings.set(setting, StepForms.number(value), actor));
    }

    @PostMapping("/kinds")
    View addKind(
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean skipsApproval,
            @RequestParam(defaultValue = "false") boolean needsFile,
            Page page,
            @CurrentActor Actor actor) {
        return after(page, () -> catalogue.addKind(name, skipsApproval, needsFile, actor));
    }

    @PostMapping("/kinds/{code}")
    View changeKind(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean skipsApproval,
            @RequestParam(defaultValue = "false") boolean needsFile,
            @RequestParam(defaultValue = "false") boolean active,
            Page page,
            @CurrentActor Actor actor) {
        return after(page, () -> catalogue.changeKind(code, skipsApproval, needsFile, active, actor));
    }

    @PostMapping("/limits")
    View addLimit(
            @RequestParam String name,
            @RequestParam String amount,
            @RequestParam LimitUnit unit,
            Page page,
            @CurrentActor Actor actor) {
        return after(page, () -> catalogue.addLimitClass(name, StepForms.number(amount), unit, actor));
    }

    @PostMapping("/limits/{code}")
    View changeLimit(
            @PathVariable String code,
            @RequestParam String amount,
            @RequestParam(defaultValue = "false") boolean active,
            Page page,
            @CurrentActor Actor actor) {
        return after(page, () -> catalogue.changeLimitClass(code, StepForms.number(amount), active, actor));
    }

    private View after(Page page, Runnable change) {
        try {
            change.run();
            return new RedirectView("/ledger/settings");
        } catch (BusinessException refusal) {
            if (refusal.error() == LedgerError.NOT_YOURS) {
                throw refusal;
            }
            return shown(page, HttpStatus.UNPROCESSABLE_CONTENT, page.reason(refusal));
        }
    }

    private View shown(Page page, HttpStatus status, @Nullable String refusal) {
        return Html.withStatus(
                status,
                templates.ledgerSettings(
                        page,
                        view,
                        settings.all(),
                        catalogue.kinds(),
                        catalogue.limitClasses().stream()
                                .map(limit -> new LimitRow(
                                        limit.code(),
                                        limit.name(),
                                        limit.amount(),
                                        limit.unit().name(),
                                        limit.active()))
                                .toList(),
                        refusal));
    }

    private static void requireDirector(Actor actor) {
        if (!actor.has(Role.OFFICE_DIRECTOR)) {
            throw LedgerError.NOT_YOURS.plain();
        }
    }
}
