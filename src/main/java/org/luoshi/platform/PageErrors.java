package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** Answers of the pages when a rule says no: a note on the page for htmx, a page of its own otherwise. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Templates templates;
    private final Pages pages;
    private final ApiErrors apiErrors;

    PageErrors(Templates templates, Pages pages, ApiErrors apiErrors) {
        this.templates = templates;
        this.pages = pages;
        this.apiErrors = apiErrors;
    }

    @ExceptionHandler
    View refused(BusinessException refusal, HttpServletRequest request, HttpServletResponse response) {
        Page page = pages.of(request);
        return answer(Refusals.statusOf(refusal.error().kind()), page.reason(refusal), page, request, response);
    }

    /** A page; or a problem detail where no controller took a request that came from a program. */
    @ExceptionHandler
    Object unexpected(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException) {
            throw fault;
        }
        return ApiErrors.isForPrograms(request) ? apiErrors.answer(fault, request) : page(fault, request, response);
    }

    private View page(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        Page page = pages.of(request);
        if (fault instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, page.t("platform.error." + group(status)), page, request, response);
        }
        if (Refusals.isDiskFull(fault)) {
            LOG.error("The disk of the database is full", fault);
            String text = page.t("platform.error.disk-full");
            return answer(HttpStatus.INSUFFICIENT_STORAGE, text, page, request, response);
        }
        if (fault instanceof TypeMismatchException) {
            // An id or number in the address that is none: Spring counts it as a fault of ours.
            return answer(HttpStatus.BAD_REQUEST, page.t("platform.error.bad-request"), page, request, response);
        }
        if (fault instanceof OptimisticLockingFailureException) {
            return answer(HttpStatus.CONFLICT, page.t("platform.api.changed-meanwhile"), page, request, response);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected fault {} at {}", reference, request.getRequestURI(), fault);
        String text = page.t("platform.error.unexpected", "reference", reference);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, text, page, request, response);
    }

    private View answer(
            HttpStatus status, String text, Page page, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") == null) {
            return Html.withStatus(status, templates.layoutError(page, status.value(), text));
        }
        response.setHeader("HX-Retarget", "#note");
        response.setHeader("HX-Reswap", "innerHTML");
        return Html.withStatus(status, templates.layoutNote(text));
    }

    private static String group(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case CONTENT_TOO_LARGE -> "too-large";
            case FORBIDDEN -> "forbidden";
            case METHOD_NOT_ALLOWED -> "not-opened";
            default -> "bad-request";
        };
    }
}
