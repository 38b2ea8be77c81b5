package org.luoshi.meetings.invitation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.meetings.invitation.MeetingNoticeQueries.InvitedLine;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** A notice as Word, with the quota of every unit below it. */
@Component
public class MeetingNoticeWriter {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final MeetingNoticeQueries queries;
    private final DocumentsApi documents;

    MeetingNoticeWriter(MeetingNoticeQueries queries, DocumentsApi documents) {
        this.queries = queries;
        this.documents = documents;
    }

    /** That version in the language of the page. */
    public byte[] write(UUID meetingId, int number, Page page, Actor viewer) {
        MeetingNotice notice = queries.require(meetingId, number, viewer);
        List<InvitedLine> invited = queries.invited(meetingId, viewer);
        Map<String, Object> values = new HashMap<>();
        values.put("title", page.t("meetings.invitation.paper.title", "title", notice.title()));
        values.put(
                "version",
                notice.number() == 1 ? "" : page.t("meetings.invitation.paper.version", "number", notice.number()));
        values.put("units", invited.stream().map(line -> line.unit().name()).collect(Collectors.joining("、")));
        values.put("opening", page.t("meetings.invitation.paper.opening"));
        labelled(values, "time", when(page, notice), page);
        labelled(values, "place", notice.place(), page);
        labelled(values, "chair", notice.chair(), page);
        labelled(values, "agenda", notice.agenda(), page);
        labelled(values, "dress", notice.dress(), page);
        labelled(values, "materials", notice.materials(), page);
        labelled(values, "report", page.due(notice.reportBy()), page);
        labelled(values, "contact", (notice.contact() + "　" + notice.telephone()).strip(), page);
        labelled(values, "words", notice.words(), page);
        label(values, "quota", page);
        label(values, "quotaUnit", page);
        label(values, "quotaSeats", page);
        label(values, "quotaWho", page);
        values.put(
                "quota",
                invited.stream()
                        .map(line -> Map.of(
                                "unit", line.unit().name(), "seats", String.valueOf(line.seats()), "who", line.who()))
                        .toList());
        values.put("office", page.officeName());
        values.put("date", page.date(notice.sentAt().atZone(page.zone()).toLocalDate()));
        return documents.fill("meeting-notice", values);
    }

    private static void labelled(Map<String, Object> values, String name, String text, Page page) {
        label(values, name, page);
        values.put(name, text);
    }

    private static void label(Map<String, Object> values, String name, Page page) {
        values.put(name + "Label", page.t("meetings.invitation.paper." + name));
    }

    /** 2026年3月6日 周五 09:00–11:00; with the last day where it is another one. */
    public static String when(Page page, MeetingNotice notice) {
        ZonedDateTime from = notice.startsAt().atZone(page.zone());
        ZonedDateTime to = notice.endsAt().atZone(page.zone());
        String end = from.toLocalDate().equals(to.toLocalDate()) ? "" : page.date(to.toLocalDate()) + " ";
        return page.date(from.toLocalDate()) + " " + page.weekday(from.toLocalDate()) + " " + CLOCK.format(from) + "–"
                + end + CLOCK.format(to);
    }
}
