package org.luoshi.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.luoshiui.Templates;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What is answered when something failed outside every controller: a page in the reader's language, or a problem for programs. */
@Controller
class LastResort implements ErrorController {

    private final Templates templates;

    LastResort(Templates templates) {
        this.templates = templates;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    View page(Page page, HttpServletRequest request) {
        HttpStatus status = status(request);
        String text = status.is5xxServerError()
                ? page.t("platform.error.unexpected", "reference", status.value())
                : page.t(status == HttpStatus.NOT_FOUND ? "platform.error.not-found" : "platform.error.bad-request");
        return Html.withStatus(status, templates.layoutError(page, status.value(), text));
    }

    /** Nothing where an answer had begun already: a caller who hung up in the middle of it reads no more. */
    @RequestMapping("/error")
    @Nullable
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", status == HttpStatus.NOT_FOUND ? "platform.not-found" : "platform.unexpected");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
