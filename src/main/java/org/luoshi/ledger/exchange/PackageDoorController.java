package org.luoshi.ledger.exchange;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.luoshi.access.AccessApi;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Where other installations hand in packages. Nobody signs in: the signature is the key, and a stranger learns nothing. */
@Hidden
@Controller
class PackageDoorController {

    /** Packages are held in memory while they are looked at. */
    private static final int AT_ONCE = 2;

    private static final int PIECE = 64 * 1024;

    private final PackageInbox inbox;
    private final AccessApi access;
    private final Duration patience;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    /** As patient as the sender is. */
    PackageDoorController(
            PackageInbox inbox, AccessApi access, @Value("${luoshi.ledger.package-timeout:PT2M}") Duration patience) {
        this.inbox = inbox;
        this.access = access;
        this.patience = patience;
    }

    /** One at a time from each address, so that nobody can keep all the room. */
    @PostMapping(path = PackageDeliveries.DOOR, consumes = "application/zip")
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        if (request.getContentLengthLong() > PackageZip.LARGEST) {
            refuse(PackageZip.tooLarge(), response);
        } else if (!here.add(address)) {
            later(response);
        } else {
            try {
                takeWhereThereIsRoom(request, address, response);
            } finally {
                here.remove(address);
            }
        }
    }

    private void takeWhereThereIsRoom(HttpServletRequest request, String address, HttpServletResponse response)
            throws IOException {
        if (!room.tryAcquire()) {
            later(response);
            return;
        }
        try {
            Optional<byte[]> zip = read(request.getInputStream());
            if (zip.isPresent()) {
                answer(response, HttpStatus.ACCEPTED, inbox.receive(zip.get()).toString());
            } else {
                later(response);
            }
        } catch (BusinessException refusal) {
            refuse(counted(refusal, address), response);
        } finally {
            room.release();
        }
    }

    /** Empty where it takes too long. */
    private Optional<byte[]> read(InputStream in) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            zip.write(piece, 0, length);
            if (zip.size() > PackageZip.LARGEST) {
                throw PackageZip.tooLarge();
            }
            if (System.nanoTime() - end > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(zip.toByteArray());
    }

    /** Strangers are counted by network address; outside the inbox, whose refusal takes back all that was written. */
    private BusinessException counted(BusinessException refusal, String address) {
        boolean stranger = refusal.error().kind() == ErrorCode.Kind.FORBIDDEN;
        return stranger && !access.countWrongWord(address) ? PackageError.TOO_MANY_TRIES.plain() : refusal;
    }

    private static void later(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        answer(response, HttpStatus.SERVICE_UNAVAILABLE, "");
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
