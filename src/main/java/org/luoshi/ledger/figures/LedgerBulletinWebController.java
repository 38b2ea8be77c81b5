package org.luoshi.ledger.figures;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Period bulletins: drafted, issued, read, proved and corrected. */
@Controller
@RequestMapping("/ledger/figures/bulletins")
class LedgerBulletinWebController {

    private static final int ROWS_SHOWN = 1_000;
    private static final int PAST = 50;

    private final LedgerBulletins bulletins;
    private final LedgerBulletinPaper paper;
    private final Assessments assessments;
    private final FiguresView view;
    private final HistoryApi history;
    private final Templates templates;

    LedgerBulletinWebController(
            LedgerBulletins bulletins,
            LedgerBulletinPaper paper,
            Assessments assessments,
            FiguresView view,
            HistoryApi history,
            Templates templates) {
        this.bulletins = bulletins;
        this.paper = paper;
        this.assessments = assessments;
        this.view = view;
        this.history = history;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerBulletins(page, bulletins.list(actor), LedgerBulletins.mayDraft(actor)));
    }

    @GetMapping("/new")
    View fresh(Page page, @CurrentActor Actor actor) {
        LedgerBulletins.requireDrafter(actor);
        FiguresPeriod period = FiguresPeriod.ofMonth(page.today());
        String title = page.t("ledger.bulletin.usual-title", "month", page.date(period.from()));
        return form(page, null, LedgerBulletinForm.fresh(period, title), HttpStatus.OK, Map.of());
    }

    @PostMapping
    View draft(@RequestParam MultiValueMap<String, String> typed, Page page, @CurrentActor Actor actor) {
        LedgerBulletinForm form = LedgerBulletinForm.read(typed);
        try {
            return at(bulletins.draft(form.plan(page.today()), actor));
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return form(page, null, form, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal));
        }
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        LedgerBulletin bulletin = bulletins.requireDraft(id, actor);
        return form(page, bulletin, LedgerBulletinForm.of(bulletin), HttpStatus.OK, Map.of());
    }

    @PostMapping("/{id}")
    View revise(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            @CurrentActor Actor actor) {
        LedgerBulletinForm form = LedgerBulletinForm.read(typed);
        try {
            bulletins.revise(id, form.seenVersion(), form.plan(page.today()), actor);
            return at(id);
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            LedgerBulletin bulletin = bulletins.require(id, actor);
            return form(page, bulletin, form, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal));
        }
    }

    private View form(
            Page page,
            @Nullable LedgerBulletin bulletin,
            LedgerBulletinForm form,
            HttpStatus status,
            Map<String, String> errors) {
        return Html.withStatus(status, templates.ledgerBulletinForm(page, bulletin, form, assessments.isOn(), errors));
    }

    @GetMapping("/{id}")
    View bulletin(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return shown(id, page, actor, HttpStatus.OK, Map.of(), "");
    }

    private View shown(UUID id, Page page, Actor actor, HttpStatus status, Map<String, String> errors, String reason) {
        LedgerBulletin bulletin = bulletins.require(id, actor);
        FrozenContent content = bulletin.content();
        return Html.withStatus(
                status,
                templates.ledgerBulletin(
                        page,
                        bulletin,
                        content == null ? bulletins.preview(bulletin, page.locale()) : content,
                        BulletinRights.of(bulletin, view.seesAll(actor), actor),
                        LedgerBulletinPaper.number(bulletin, page),
                        LedgerBulletinPaper.signed(bulletin, page),
                        BulletinPast.of(history.of(id, PAST), page),
                        errors,
                        reason));
    }

    @PostMapping("/{id}/issue")
    View issue(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        try {
            bulletins.issue(id, FiguresTyped.version(version), page.locale(), actor);
            return at(id);
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return shown(id, page, actor, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal), "");
        }
    }

    @PostMapping("/{id}/discard")
    View discard(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        try {
            bulletins.discard(id, FiguresTyped.version(version), actor);
            return new RedirectView("/ledger/figures/bulletins");
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return shown(id, page, actor, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal), "");
        }
    }

    @PostMapping("/{id}/correction")
    View correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        try {
            return new RedirectView(address(bulletins.correct(id, reason, actor)) + "/edit");
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return shown(id, page, actor, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal), reason);
        }
    }

    @GetMapping("/{id}/rows")
    View rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String indicator,
            Page page,
            @CurrentActor Actor actor) {
        LedgerBulletin bulletin = bulletins.require(id, actor);
        FigureGrouping grouping = FiguresForm.choice("table", FigureGrouping.class, table);
        Indicator asked = FiguresForm.choice("indicator", Indicator.class, indicator);
        String line = key.isEmpty() ? null : key.substring(1);
        List<FrozenFact> rows = bulletins.rows(id, grouping, line, asked.measure(), asked.side(), actor);
        return Html.of(templates.ledgerBulletinRows(
                page, view, bulletin, asked, rows.size(), rows.subList(0, Math.min(rows.size(), ROWS_SHOWN))));
    }

    @GetMapping("/{id}/document")
    View document(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        LedgerBulletin bulletin = bulletins.require(id, actor);
        FrozenContent content = bulletin.content();
        FrozenContent told = content == null ? bulletins.preview(bulletin, page.locale()) : content;
        byte[] word = paper.write(bulletin, told, page);
        return FiguresDownload.of(FiguresDownload.DOCX, bulletin.title() + ".docx", out -> out.write(word));
    }

    /** The frozen set as it was hashed: whoever has it can check the hash without us. */
    @GetMapping("/{id}/set")
    View set(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        LedgerBulletin bulletin = bulletins.require(id, actor);
        byte[] set = bulletins.frozenSet(id, actor).getBytes(StandardCharsets.UTF_8);
        return FiguresDownload.of("application/json", bulletin.title() + ".json", out -> out.write(set));
    }

    private static View at(UUID id) {
        return new RedirectView(address(id));
    }

    private static String address(UUID id) {
        return "/ledger/figures/bulletins/" + id;
    }
}
