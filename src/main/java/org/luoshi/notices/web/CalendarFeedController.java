package org.luoshi.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.notices.core.CalendarFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar for calendar programs. Nobody is signed in: the word in the address is the key. */
@Controller
class CalendarFeedController {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFeedController.class);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeed feed;

    CalendarFeedController(CalendarFeed feed) {
        this.feed = feed;
    }

    /** An answer without words: a program reads it. A fault is told here and not by the house, whose log would name the address. */
    @GetMapping("/calendar/{word}.ics")
    ResponseEntity<byte[]> read(@PathVariable String word, HttpServletRequest request) {
        try {
            Optional<String> calendar = feed.read(word, site(request));
            return calendar.map(CalendarFeedController::answer)
                    .orElseGet(() -> ResponseEntity.notFound().build());
        } catch (RuntimeException e) {
            LOG.error("A calendar could not be written", e);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    static String site(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private static ResponseEntity<byte[]> answer(String calendar) {
        byte[] body = calendar.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(UUID.nameUUIDFromBytes(body).toString())
                .body(body);
    }
}
