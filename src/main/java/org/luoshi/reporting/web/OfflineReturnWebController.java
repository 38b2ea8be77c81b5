package org.luoshi.reporting.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.offline.OfflineReader;
import org.luoshi.reporting.offline.OfflineReturns;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Filled-in forms that somebody with an account brings, many at once: each is answered for itself. */
@Controller
class OfflineReturnWebController {

    private static final int MOST_FILES = 200;

    private final TotalsScenes scenes;
    private final OfflineReader reader;
    private final OfflineReturns returns;
    private final Senders senders;
    private final Templates templates;

    OfflineReturnWebController(
            TotalsScenes scenes, OfflineReader reader, OfflineReturns returns, Senders senders, Templates templates) {
        this.scenes = scenes;
        this.reader = reader;
        this.returns = returns;
        this.senders = senders;
        this.templates = templates;
    }

    @PostMapping("/reporting/upload/{regime}/{period}/forms")
    View take(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        senders.requireSender(actor);
        List<MultipartFile> sent =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (sent.isEmpty() || sent.size() > MOST_FILES) {
            String why = page.t(
                    sent.isEmpty() ? "reporting.upload.no-file" : "reporting.offline.too-many-files",
                    "most",
                    MOST_FILES);
            return Html.invalid(templates.reportingUpload(page, scene, "", Map.of("files", why)));
        }
        List<OfflineReturned> returned = new ArrayList<>();
        for (MultipartFile file : sent) {
            returned.add(take(file, scene, page, actor));
        }
        boolean allTaken = returned.stream().allMatch(one -> one.receipt() != null);
        return Html.withStatus(
                allTaken ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                templates.reportingOfflineReturned(page, scene, returned));
    }

    private OfflineReturned take(MultipartFile file, TotalsScene scene, Page page, Actor actor) throws IOException {
        String name = Attachment.safe(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        try {
            return new OfflineReturned(name, returns.takeHere(reader.read(file.getBytes()), scene.open(), actor), "");
        } catch (BusinessException refusal) {
            return new OfflineReturned(name, null, page.reason(refusal));
        }
    }
}
