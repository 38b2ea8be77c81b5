package org.luoshi.meetings.after;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Minutes as Word, out of what was written once. */
@Component
public class MeetingMinutesWriter {

    private final MinutesQueries queries;
    private final AgendaQueries agenda;
    private final DocumentsApi documents;

    MeetingMinutesWriter(MinutesQueries queries, AgendaQueries agenda, DocumentsApi documents) {
        this.queries = queries;
        this.agenda = agenda;
        this.documents = documents;
    }

    /** In the language of the page. */
    public byte[] write(UUID meetingId, String kind, String when, Page page, Actor viewer) {
        MinutesView view = queries.of(meetingId, viewer);
        Minutes minutes = view.minutes();
        if (minutes == null) {
            throw MinutesError.NOT_WRITTEN.plain();
        }
        Meeting meeting = view.meeting();
        Map<String, Object> values = new HashMap<>();
        values.put("title", minutes.number().isEmpty() ? meeting.title() : meeting.title() + "　" + minutes.number());
        labelled(values, "kind", kind, page);
        labelled(values, "time", when, page);
        labelled(values, "place", meeting.place(), page);
        labelled(values, "chair", view.person(meeting.chairId()), page);
        labelled(values, "recorder", view.person(minutes.writerId()), page);
        labelled(values, "present", minutes.present(), page);
        labelled(values, "absent", minutes.absent(), page);
        label(values, "agenda", page);
        values.put(
                "agenda",
                agenda.lines(meeting).stream()
                        .map(line -> Map.of(
                                "number",
                                line.number() + ". ",
                                "title",
                                line.topic().title(),
                                "text",
                                line.topic().speaker()))
                        .toList());
        label(values, "votes", page);
        values.put("votes", List.of());
        label(values, "decisions", page);
        values.put(
                "decisions",
                view.decisions().stream().map(one -> decision(one, view, page)).toList());
        values.put("note", minutes.body());
        return documents.fill("minutes", values);
    }

    private static Map<String, String> decision(MeetingDecision one, MinutesView view, Page page) {
        return Map.of(
                "number",
                one.place() + ". ",
                "text",
                one.text(),
                "owner",
                one.leadUnit() == null
                        ? page.t("meetings.minutes.noted")
                        : page.t("meetings.minutes.led-by", "unit", view.unit(one.leadUnit()))
                                + (one.coUnits().isEmpty()
                                        ? ""
                                        : page.t("meetings.minutes.joined-by", "units", view.units(one.coUnits()))),
                "due",
                one.due() == null ? "" : page.t("meetings.minutes.until", "day", page.date(one.due())));
    }

    private static void labelled(Map<String, Object> values, String name, String text, Page page) {
        label(values, name, page);
        values.put(name, text);
    }

    private static void label(Map<String, Object> values, String name, Page page) {
        values.put(name + "Label", page.t("meetings.minutes.word." + name));
    }
}
