package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.venue.HandbookWriter;
import org.luoshi.meetings.venue.VenuePapers;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Cards, sign-in sheets and the handbook: what to print, and the papers themselves. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class SeatPaperWebController {

    private final VenuePapers papers;
    private final HandbookWriter handbook;
    private final MeetingRights rights;
    private final Templates templates;

    SeatPaperWebController(VenuePapers papers, HandbookWriter handbook, MeetingRights rights, Templates templates) {
        this.papers = papers;
        this.handbook = handbook;
        this.rights = rights;
        this.templates = templates;
    }

    @GetMapping("/cards")
    View cards(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(state(id, page, actor, Map.of()));
    }

    private JteModel state(UUID id, Page page, Actor actor, Map<String, String> errors) {
        return templates.meetingsCards(page, rights.prepared(id, actor), papers.state(id, actor), errors);
    }

    @PostMapping("/cards")
    View printCards(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String which,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> "/cards/" + papers.printCards(id, !which.equals("all"), actor));
    }

    @GetMapping("/cards/{batch:[0-9]{1,6}}")
    View cardsOf(@PathVariable UUID id, @PathVariable int batch, Page page, @CurrentActor Actor actor) {
        return Html.of(
                templates.meetingsCardsPrint(page, rights.prepared(id, actor), papers.cardsOf(id, batch, actor)));
    }

    @PostMapping("/signin/sheets")
    View printSheets(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String which,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, page, actor, () -> "/signin/sheets/" + papers.printSheets(id, !which.equals("all"), actor));
    }

    @GetMapping("/signin/sheets/{batch:[0-9]{1,6}}")
    View sheetsOf(@PathVariable UUID id, @PathVariable int batch, Page page, @CurrentActor Actor actor) {
        return Html.of(
                templates.meetingsSigninPrint(page, rights.prepared(id, actor), papers.sheetsOf(id, batch, actor)));
    }

    @GetMapping("/handbook")
    View handbook(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        String name = page.t(
                "meetings.venue.handbook.file",
                "title",
                rights.prepared(id, actor).title());
        return MeetingDownload.of(handbook.write(id, page, actor), name + ".docx", MeetingDownload.DOCX);
    }

    @PostMapping("/handbook")
    View handbookPrinted(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return take(id, page, actor, () -> {
            papers.printHandbook(id, actor);
            return "/cards";
        });
    }

    private View take(UUID id, Page page, Actor actor, Supplier<String> step) {
        try {
            return new RedirectView("/meetings/" + id + step.get());
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), state(id, page, actor, MeetingTyped.errors(page, refusal)));
        }
    }
}
