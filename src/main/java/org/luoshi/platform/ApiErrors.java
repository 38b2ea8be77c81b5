package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers of the JSON API: problem details (RFC 9457) with a stable code. What is unexpected shows a reference and no message. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Texts texts;

    ApiErrors(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(BusinessException refusal, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                Refusals.statusOf(refusal.error().kind()), Refusals.text(texts, request.getLocale(), refusal));
        problem.setType(URI.create("urn:luoshi:" + refusal.error().code()));
        problem.setProperty("code", refusal.error().code());
        problem.setProperty("details", refusal.details());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException fault, HttpServletRequest request) {
        if (Refusals.isDiskFull(fault)) {
            LOG.error("The disk of the database is full", fault);
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.INSUFFICIENT_STORAGE, texts.get(request.getLocale(), "platform.error.disk-full"));
            problem.setProperty("code", "platform.disk-full");
            return problem;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected fault {}", reference, fault);
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setProperty("code", "platform.unexpected");
        problem.setProperty("reference", reference);
        return problem;
    }
}
