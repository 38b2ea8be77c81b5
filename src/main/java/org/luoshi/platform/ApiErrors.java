package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers of the JSON API: problem details (RFC 9457), each with a stable code. What is unexpected shows a reference and no message.
 *
 * <p>Also asked by {@link PageErrors} for requests under {@code /api} that no controller took: unknown addresses, wrong methods, uploads that are
 * too large.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private static final String RETRY_SECONDS = "5";

    private final Texts texts;
    private final BadInput badInput;

    ApiErrors(Texts texts, BadInput badInput) {
        this.texts = texts;
        this.badInput = badInput;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** The answer to whatever went wrong before a controller was found. */
    ResponseEntity<Object> answer(Exception fault, HttpServletRequest request) throws Exception {
        if (fault instanceof BusinessException refusal) {
            return refused(refusal, request);
        }
        if (fault instanceof OptimisticLockingFailureException meanwhile) {
            return respond(changedMeanwhile(meanwhile, request));
        }
        ResponseEntity<Object> known = known(fault, request);
        return known == null ? respond(unexpected(fault, request)) : known;
    }

    private @Nullable ResponseEntity<Object> known(Exception fault, HttpServletRequest request) throws Exception {
        try {
            return handleException(fault, new ServletWebRequest(request));
        } catch (Exception notKnown) {
            if (notKnown == fault) {
                return null;
            }
            throw notKnown;
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(BusinessException refusal, HttpServletRequest request) {
        ProblemDetail problem = problem(
                Refusals.statusOf(refusal.error().kind()),
                refusal.error().code(),
                Refusals.text(texts, request.getLocale(), refusal));
        problem.setProperty("details", refusal.details());
        return respond(problem);
    }

    /** Somebody else saved between our reading and our writing. */
    @ExceptionHandler
    ProblemDetail changedMeanwhile(OptimisticLockingFailureException meanwhile, HttpServletRequest request) {
        return told(HttpStatus.CONFLICT, "platform.api.changed-meanwhile", request.getLocale());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(RuntimeException fault, HttpServletRequest request) {
        return respond(unexpected((Exception) fault, request));
    }

    private ProblemDetail unexpected(Exception fault, HttpServletRequest request) {
        if (Refusals.isDiskFull(fault)) {
            LOG.error("The disk of the database is full", fault);
            return problem(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "platform.disk-full",
                    texts.get(request.getLocale(), "platform.error.disk-full"));
        }
        if (Refusals.isDatabaseAway(fault)) {
            LOG.warn("The database did not answer at {}: {}", request.getRequestURI(), fault.getMessage());
            return told(HttpStatus.SERVICE_UNAVAILABLE, "platform.api.unavailable", request.getLocale());
        }
        if (Refusals.isBadValue(fault)) {
            LOG.warn("A value that the database cannot hold, at {}", request.getRequestURI(), fault);
            return told(HttpStatus.BAD_REQUEST, "platform.api.bad-request", request.getLocale());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected fault {} at {}", reference, request.getRequestURI(), fault);
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "platform.unexpected",
                texts.get(request.getLocale(), "platform.error.unexpected", "reference", reference));
        problem.setProperty("reference", reference);
        return problem;
    }

    /** All that Spring itself refuses gets a code and a text of ours; what was wrong with the input is told field by field. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Locale locale = request.getLocale();
        ProblemDetail problem = badInput.problem(fault, locale);
        if (problem == null) {
            HttpStatus known = HttpStatus.valueOf(status.value());
            problem = told(known, "platform.api." + group(known), locale);
        }
        HttpHeaders own = new HttpHeaders(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, own, problem.getStatus());
    }

    private static String group(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "media-type";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is5xxServerError() ? "unavailable" : "bad-request";
        };
    }

    private ProblemDetail told(HttpStatus status, String code, Locale locale) {
        return problem(status, code, texts.get(locale, code));
    }

    static ProblemDetail problem(HttpStatus status, String code, String text) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setType(URI.create("urn:luoshi:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<Object> respond(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(problem);
    }
}
