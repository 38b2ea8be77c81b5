package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.offline.OfflineAnswer;
import org.luoshi.reporting.offline.OfflineError;
import org.luoshi.reporting.offline.OfflineReader;
import org.luoshi.reporting.offline.OfflineReceipt;
import org.luoshi.reporting.offline.OfflineReturns;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Where somebody without account brings a filled-in form. Nobody is signed in: the token within it is the key. */
@Controller
@RequestMapping("/report/offline")
class OfflineVisitWebController {

    private static final Logger LOG = LoggerFactory.getLogger(OfflineVisitWebController.class);

    private final OfflineReader reader;
    private final OfflineReturns returns;
    private final Templates templates;

    OfflineVisitWebController(OfflineReader reader, OfflineReturns returns, Templates templates) {
        this.reader = reader;
        this.returns = returns;
        this.templates = templates;
    }

    @GetMapping
    View show(Page page) {
        return Html.of(templates.reportingOfflineVisit(page, refused(""), ""));
    }

    @PostMapping("/answers")
    View take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Page page,
            HttpServletRequest request)
            throws IOException {
        try {
            OfflineAnswer answer = file == null || file.isEmpty() ? reader.read(text) : reader.read(file.getBytes());
            OfflineReceipt receipt = returns.takeFromVisitor(answer, request.getRemoteAddr());
            return Html.of(templates.reportingOfflineVisit(page, new OfflineReturned("", receipt, ""), ""));
        } catch (BusinessException refusal) {
            HttpStatus status = refusal.error() == OfflineError.TOO_MANY_TRIES
                    ? HttpStatus.TOO_MANY_REQUESTS
                    : FormTyped.status(refusal);
            return Html.withStatus(status, templates.reportingOfflineVisit(page, refused(page.reason(refusal)), text));
        }
    }

    /** What the guard refused before it came here. */
    @ExceptionHandler
    View refused(BusinessException refusal, Page page) {
        return Html.withStatus(
                FormTyped.status(refusal), templates.reportingOfflineVisit(page, refused(page.reason(refusal)), ""));
    }

    @ExceptionHandler
    View fault(RuntimeException fault, Page page) {
        LOG.error("An off-line form could not be taken", fault);
        return Html.withStatus(
                HttpStatus.SERVICE_UNAVAILABLE,
                templates.reportingOfflineVisit(page, refused(page.t("reporting.link.fault")), ""));
    }

    private static OfflineReturned refused(String why) {
        return new OfflineReturned("", null, why);
    }
}
