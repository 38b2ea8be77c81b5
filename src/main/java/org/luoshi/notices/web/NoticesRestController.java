package org.luoshi.notices.web;

import java.util.List;
import java.util.UUID;
import org.luoshi.notices.Notice;
import org.luoshi.notices.core.NoticeQueries;
import org.luoshi.notices.core.NoticeService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticesRestController {

    private static final int MOST = 500;

    private final NoticeService service;
    private final NoticeQueries queries;

    NoticesRestController(NoticeService service, NoticeQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GetMapping
    List<Notice> inbox(@RequestParam(defaultValue = "100") int limit, @CurrentActor Actor actor) {
        return queries.inbox(actor.personId(), Math.max(1, Math.min(limit, MOST)));
    }

    @PostMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, @CurrentActor Actor actor) {
        queries.own(id, actor);
        service.markRead(id, actor);
    }
}
