package org.luoshi.ledger.exchange;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Where other installations hand in packages. Nobody signs in: the signature is the key, and a stranger learns nothing. */
@Hidden
@Controller
class PackageDoorController {

    /** Packages are held in memory while they are looked at. */
    private static final int AT_ONCE = 2;

    private final PackageInbox inbox;
    private final Semaphore room = new Semaphore(AT_ONCE);

    PackageDoorController(PackageInbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping(path = PackageDeliveries.DOOR, consumes = "application/zip")
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > PackageZip.LARGEST) {
            refuse(PackageZip.tooLarge(), response);
            return;
        }
        if (!room.tryAcquire()) {
            response.setHeader("Retry-After", "60");
            answer(response, HttpStatus.SERVICE_UNAVAILABLE, "");
            return;
        }
        try {
            byte[] zip = request.getInputStream().readNBytes(PackageZip.LARGEST + 1);
            answer(
                    response,
                    HttpStatus.ACCEPTED,
                    inbox.receive(zip, request.getRemoteAddr()).toString());
        } catch (BusinessException refusal) {
            refuse(refusal, response);
        } finally {
            room.release();
        }
    }

    private static void refuse(BusinessException refusal, HttpServletResponse response) throws IOException {
        response.setHeader(PackageDeliveries.REFUSAL, refusal.error().code());
        answer(response, status(refusal), refusal.error().code());
    }

    private static HttpStatus status(BusinessException refusal) {
        if (refusal.error() == PackageError.TOO_MANY_TRIES) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        ErrorCode.Kind kind = refusal.error().kind();
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case RULE_VIOLATED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static void answer(HttpServletResponse response, HttpStatus status, String text) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
