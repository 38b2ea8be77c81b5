package org.luoshi.notices.core;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.CalendarSource;
import org.luoshi.obligations.DueRevision;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What waits for a person, on the day it is due. What is met or no longer asked for leaves the calendar. */
@Component
class DueDates implements CalendarSource {

    private static final int MOST = 2000;

    private final ObligationsApi obligations;
    private final ZoneId zone;

    DueDates(ObligationsApi obligations, ZoneId zone) {
        this.obligations = obligations;
        this.zone = zone;
    }

    @Override
    public List<CalendarEntry> entriesFor(Actor person, LocalDate from, LocalDate to, Page page) {
        List<Obligation> waiting = obligations.openFor(person, from, to, MOST);
        Map<UUID, DueRevision> revisions =
                obligations.revisionsOf(waiting.stream().map(Obligation::id).toList()).stream()
                        .collect(toMap(DueRevision::obligationId, revision -> revision));
        return waiting.stream()
                .filter(obligation -> obligation.due() != null)
                .map(obligation -> entry(obligation, obligation.due(), revisions.get(obligation.id()), page))
                .toList();
    }

    private CalendarEntry entry(Obligation obligation, Instant due, @Nullable DueRevision revision, Page page) {
        String kind = page.tOrKey("obligations.kind." + obligation.kindKey());
        return new CalendarEntry(
                obligation.id() + "@obligations.luoshi",
                revision == null ? 0 : revision.number(),
                page.t("notices.calendar.due", "kind", kind, "title", obligation.title()),
                page.t("notices.calendar.due.until", "at", page.due(due)),
                null,
                due,
                null,
                isEndOfDay(due.atZone(zone)),
                false,
                obligation.href(),
                revision == null ? due : revision.at());
    }

    private static boolean isEndOfDay(ZonedDateTime due) {
        return due.getHour() == 23 && due.getMinute() == 59;
    }
}
