package org.luoshi.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryVerification;
import org.luoshi.history.core.HistoryExport;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/history")
class HistoryRestController {

    private final HistoryApi history;
    private final HistoryExport export;

    HistoryRestController(HistoryApi history, HistoryExport export) {
        this.history = history;
        this.export = export;
    }

    @GetMapping("/verification")
    HistoryVerification verification(@CurrentActor Actor actor) {
        Auditors.admit(actor);
        return history.verify();
    }

    @GetMapping(path = "/export", produces = "application/zip")
    void export(Page page, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
        Auditors.admit(actor);
        response.setContentType("application/zip");
        export.write(response.getOutputStream(), page.locale());
    }
}
