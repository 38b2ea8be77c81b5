package org.luoshi.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.core.Appointments;
import org.luoshi.notices.core.CalendarInvitations;
import org.luoshi.notices.core.HouseAddress;
import org.luoshi.notices.core.NoticeQueries;
import org.luoshi.notices.core.NoticeService;
import org.luoshi.notices.core.NoticeTexts;
import org.luoshi.notices.core.PreviewQueries;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Tells people, sparingly: one digest a day, quiet hours, a cap, and a least gap between urges. */
@Component
public class NoticesApi {

    private final NoticeService service;
    private final NoticeQueries queries;
    private final PreviewQueries preview;
    private final Appointments appointments;
    private final HouseAddress house;
    private final CalendarInvitations invitations;

    NoticesApi(
            NoticeService service,
            NoticeQueries queries,
            PreviewQueries preview,
            Appointments appointments,
            HouseAddress house,
            CalendarInvitations invitations) {
        this.service = service;
        this.queries = queries;
        this.preview = preview;
        this.appointments = appointments;
        this.house = house;
        this.invitations = invitations;
    }

    /** Puts it into the inboxes; by mail it travels with the next digest. */
    public void tell(NewNotice notice) {
        service.tell(notice);
    }

    /** Urges a unit about a subject, unless it was urged too recently. The people told are those of {@code notice}. */
    public UrgeResult urge(UUID unitId, NewNotice notice) {
        return service.urge(unitId, notice);
    }

    /** Which units may not be urged again yet about these subjects. */
    public List<StandingUrge> standingUrges(Collection<UUID> subjectIds) {
        return service.standingUrges(subjectIds);
    }

    /** Unread first, then newest first. */
    public List<Notice> inbox(UUID personId, int limit) {
        return queries.inbox(personId, limit);
    }

    /** The notice written out in the language of the page. */
    public String text(Notice notice, Page page) {
        return NoticeTexts.text(page, notice);
    }

    public int unread(UUID personId) {
        return queries.unread(personId);
    }

    /** Only the person's own; of another's nothing happens. */
    public void markRead(UUID noticeId, Actor actor) {
        service.markRead(noticeId, actor);
    }

    /** All of the person's own. */
    public void markAllRead(Actor actor) {
        service.markAllRead(actor);
    }

    /** What this person is expected at between two days (both included), soonest first; what is owed by a day is not among it. */
    public List<CalendarEntry> appointments(Actor person, LocalDate from, LocalDate to, Page page) {
        return appointments.of(person, from, to, page);
    }

    /**
     * A calendar file that invites one person, or calls the appointment off where the entry says so; answers go to the office's mail address.
     *
     * @param attendee mail address of the person; null where it is not known
     * @param reachedAt where the reader has found the house
     */
    public String calendarFile(CalendarEntry entry, @Nullable String attendee, String reachedAt) {
        return invitations.write(entry, attendee, reachedAt);
    }

    /** Who will be reminded of what with the next digest. */
    public DigestPreview preview() {
        return preview.next();
    }

    /** Where addresses lead that leave the house: as the office has said for its mail, else where this request reached it. */
    public String houseAddress(String reachedAt) {
        return house.from(reachedAt);
    }
}
