package org.luoshi.notices.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.DigestPreview;
import org.luoshi.notices.Notice;
import org.luoshi.notices.core.LetterQueries;
import org.luoshi.notices.core.MailChoices;
import org.luoshi.notices.core.NoticeQueries;
import org.luoshi.notices.core.NoticeService;
import org.luoshi.notices.core.PreviewQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The inbox of the signed-in person and the mails that did not leave. */
@Controller
@RequestMapping("/notices")
class NoticesWebController {

    private static final int SHOWN = 200;

    private final NoticeService service;
    private final NoticeQueries queries;
    private final MailChoices choices;
    private final LetterQueries letters;
    private final PreviewQueries preview;
    private final Templates templates;

    NoticesWebController(
            NoticeService service,
            NoticeQueries queries,
            MailChoices choices,
            LetterQueries letters,
            PreviewQueries preview,
            Templates templates) {
        this.service = service;
        this.queries = queries;
        this.choices = choices;
        this.letters = letters;
        this.preview = preview;
        this.templates = templates;
    }

    @GetMapping
    View inbox(Page page, @CurrentActor Actor actor) {
        List<Notice> inbox = queries.inbox(actor.personId(), SHOWN);
        return Html.of(templates.noticesInbox(
                page,
                inbox,
                queries.unread(actor.personId()),
                choices.of(actor.personId()),
                letters.isMailEnabled(),
                letters.digestAt()));
    }

    /** Opens what a notice is about and marks it read: a step that changes something, hence a post. */
    @PostMapping("/{id}/reading")
    View read(@PathVariable UUID id, @RequestParam(required = false) @Nullable String stay, @CurrentActor Actor actor) {
        Notice notice = queries.own(id, actor);
        service.markRead(id, actor);
        return new RedirectView(stay == null ? notice.href() : "/notices");
    }

    @PostMapping("/readings")
    View readAll(@CurrentActor Actor actor) {
        service.markAllRead(actor);
        return new RedirectView("/notices");
    }

    @PostMapping("/mail-choice")
    View choose(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String wanted,
            @CurrentActor Actor actor) {
        choices.choose(new MailChoices.Choice(language, wanted != null), actor);
        return new RedirectView("/notices");
    }

    @GetMapping("/preview")
    View preview(Page page, @CurrentActor Actor actor) {
        DigestPreview next = preview.next();
        return Html.of(templates.noticesPreview(page, next, preview.rows(next, actor)));
    }

    @GetMapping("/letters")
    View letters(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.noticesLetters(
                page,
                letters.failed(actor),
                letters.isMailEnabled(),
                queries.lastSweep().orElse(null)));
    }
}
