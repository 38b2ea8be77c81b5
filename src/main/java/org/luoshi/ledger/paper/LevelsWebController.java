package org.luoshi.ledger.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeLevels;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.ledger.web.LedgerView;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page on which the office says how it reads the levels of urging. */
@Controller
@RequestMapping("/ledger/settings/levels")
class LevelsWebController {

    private final NoticeLevels levels;
    private final LedgerView view;
    private final Templates templates;

    LevelsWebController(NoticeLevels levels, LedgerView view, Templates templates) {
        this.levels = levels;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View all(Page page, @CurrentActor Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICE_DIRECTOR);
        return Html.of(templates.ledgerLevels(page, view, rows(null, null, null)));
    }

    @PostMapping("/{level}")
    View change(@PathVariable NoticeLevel level, LevelForm form, Page page, @CurrentActor Actor actor) {
        try {
            levels.set(form.toSetting(level), actor);
            return new RedirectView("/ledger/settings/levels#" + level.name());
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            return Html.invalid(templates.ledgerLevels(page, view, rows(level, form, page.reason(refusal))));
        }
    }

    private List<LevelRow> rows(@Nullable NoticeLevel refused, @Nullable LevelForm typed, @Nullable String refusal) {
        return levels.all().values().stream()
                .map(setting -> setting.level() == refused && typed != null
                        ? new LevelRow(setting, typed, refusal)
                        : new LevelRow(setting, LevelForm.of(setting), null))
                .toList();
    }
}
