package org.luoshi.intake.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.core.IntakeBatch;
import org.luoshi.intake.core.IntakeError;
import org.luoshi.intake.core.IntakeItem;
import org.luoshi.intake.core.IntakePaper;
import org.luoshi.intake.core.IntakeSentence;
import org.luoshi.intake.core.IntakeService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A paper comes in and its items are corrected: the paper on the left, the items on the right. */
@Controller
@RequestMapping("/intake")
class IntakeWebController {

    private final IntakeService service;
    private final IntakeBatch batch;
    private final Templates templates;

    IntakeWebController(IntakeService service, IntakeBatch batch, Templates templates) {
        this.service = service;
        this.batch = batch;
        this.templates = templates;
    }

    @GetMapping
    View start(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.intakeStart(page, service.openOf(actor), "", Map.of()));
    }

    /** One file or a text is read at once; several are work in the background. */
    @PostMapping
    View take(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String text,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        List<IntakeBatch.Sent> sent = sent(files);
        try {
            if (sent.size() > 1) {
                return new RedirectView("/jobs/" + batch.start(sent, actor));
            }
            UUID id = sent.isEmpty()
                    ? service.take(text, actor)
                    : service.take(sent.get(0).name(), sent.get(0).content(), actor);
            return new RedirectView("/intake/" + id);
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            String field = sent.isEmpty() && !text.isBlank() ? "text" : "files";
            return Html.invalid(
                    templates.intakeStart(page, service.openOf(actor), text, Map.of(field, page.reason(refusal))));
        }
    }

    private static List<IntakeBatch.Sent> sent(@Nullable List<MultipartFile> files) throws IOException {
        List<IntakeBatch.Sent> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (!name.isEmpty() || !file.isEmpty()) {
                sent.add(new IntakeBatch.Sent(name, file.getBytes()));
            }
        }
        return sent;
    }

    @GetMapping("/{id}")
    View correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam(defaultValue = "0") int edit,
            Page page,
            @CurrentActor Actor actor) {
        IntakePaper paper = service.paper(id, actor);
        if (paper.filed()) {
            return new RedirectView("/ledger/sources/" + paper.sourceId());
        }
        return shown(paper, edit > 0 ? pageOfItem(paper, edit) : number, edit, "", page);
    }

    private View shown(IntakePaper paper, int number, int edit, String error, Page page) {
        PaperView view = PaperView.of(paper, number, items -> service.names(paper.draft(), items));
        var model = templates.intakePaper(
                page, view, edit, service.filedBefore(paper).orElse(null), error);
        return error.isEmpty() ? Html.of(model) : Html.withStatus(HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    private static int pageOfItem(IntakePaper paper, int item) {
        return PaperView.pageOf(paper.draft(), paper.draft().item(item).start());
    }

    /** One of: save, join, split, drop, keep, covered, none. */
    @PostMapping("/{id}/items/{item}")
    View change(
            @PathVariable UUID id,
            @PathVariable int item,
            @RequestParam int version,
            @RequestParam String action,
            @RequestParam(required = false) @Nullable String word,
            @RequestParam(defaultValue = "-1") int at,
            ItemForm form,
            Page page,
            @CurrentActor Actor actor) {
        try {
            switch (action) {
                case "join" -> service.join(id, version, item, actor);
                case "split" -> service.split(id, version, item, at, actor);
                case "drop" -> service.mark(id, version, item, IntakeItem.Status.DROPPED, null, actor);
                case "keep" -> service.mark(id, version, item, IntakeItem.Status.KEPT, null, actor);
                case "covered" -> service.mark(id, version, item, IntakeItem.Status.COVERED, word, actor);
                case "none" -> service.mark(id, version, item, IntakeItem.Status.NONE, word, actor);
                default ->
                    service.edit(
                            id,
                            version,
                            item,
                            form.words(),
                            ItemForm.units(form.lead()),
                            ItemForm.units(form.support()),
                            ItemForm.units(form.guide()),
                            form.day(),
                            form.often(),
                            actor);
            }
        } catch (BusinessException refusal) {
            return again(id, item, refusal, page, actor);
        }
        IntakePaper paper = service.paper(id, actor);
        return new RedirectView("/intake/" + id + "?number=" + pageOfItem(paper, item) + "#i" + item);
    }

    private View again(UUID id, int item, BusinessException refusal, Page page, Actor actor) {
        if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN
                || refusal.error().kind() == ErrorCode.Kind.NOT_FOUND) {
            throw refusal;
        }
        IntakePaper paper = service.paper(id, actor);
        int number = item > 0 ? pageOfItem(paper, item) : 1;
        return shown(paper, number, item, page.reason(refusal), page);
    }

    /** One of: item, covered, none, open. */
    @PostMapping("/{id}/sentences/{sentence}")
    View settle(
            @PathVariable UUID id,
            @PathVariable int sentence,
            @RequestParam int version,
            @RequestParam String action,
            @RequestParam(required = false) @Nullable String word,
            Page page,
            @CurrentActor Actor actor) {
        int start = service.paper(id, actor).draft().sentence(sentence).start();
        try {
            switch (action) {
                case "item" -> service.takeSentence(id, version, sentence, actor);
                case "covered" ->
                    service.markSentence(id, version, sentence, IntakeSentence.Status.COVERED, word, actor);
                case "none" -> service.markSentence(id, version, sentence, IntakeSentence.Status.NONE, word, actor);
                default -> service.markSentence(id, version, sentence, IntakeSentence.Status.OPEN, null, actor);
            }
        } catch (BusinessException refusal) {
            return again(id, 0, refusal, page, actor);
        }
        return action.equals("item") ? toItemAt(id, start, actor) : toPage(id, start, "s" + sentence, actor);
    }

    /** A passage that was marked in the paper becomes an item. */
    @PostMapping("/{id}/items")
    View add(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam int start,
            @RequestParam int end,
            Page page,
            @CurrentActor Actor actor) {
        try {
            service.addItem(id, version, start, end, actor);
        } catch (BusinessException refusal) {
            return again(id, 0, refusal, page, actor);
        }
        String body = service.paper(id, actor).body();
        return toItemAt(id, body.offsetByCodePoints(0, start), actor);
    }

    /** The new item, open to be given a unit and a limit. */
    private View toItemAt(UUID id, int start, Actor actor) {
        int added = service.paper(id, actor).draft().items().stream()
                .filter(item -> item.start() == start)
                .mapToInt(IntakeItem::id)
                .max()
                .orElseThrow(IntakeError.NOT_A_PLACE::plain);
        return new RedirectView("/intake/" + id + "?edit=" + added + "#i" + added);
    }

    private View toPage(UUID id, int start, String anchor, Actor actor) {
        int number = PaperView.pageOf(service.paper(id, actor).draft(), start);
        return new RedirectView("/intake/" + id + "?number=" + number + "#" + anchor);
    }

    @PostMapping("/{id}/date")
    View date(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String date,
            Page page,
            @CurrentActor Actor actor) {
        try {
            var day = ItemForm.day(date);
            if (day == null) {
                throw IntakeError.DATE_WRONG.with(Map.of("written", date));
            }
            service.date(id, version, day, actor);
        } catch (BusinessException refusal) {
            return again(id, 0, refusal, page, actor);
        }
        return new RedirectView("/intake/" + id);
    }

    @PostMapping("/{id}/removal")
    View discard(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.discard(id, actor);
        return new RedirectView("/intake");
    }
}
