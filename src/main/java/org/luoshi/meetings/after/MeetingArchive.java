package org.luoshi.meetings.after;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.luoshi.files.HashedZip;
import org.luoshi.history.HistoryApi;
import org.luoshi.meetings.agenda.AgendaQueries;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The archive of a meeting: a zip of what is recorded already, with a list of its files and their hashes. */
@Component
@Transactional(readOnly = true)
public class MeetingArchive {

    private static final int MOST_LINES = 5_000;

    private final MeetingRights rights;
    private final Attendees attendees;
    private final AgendaQueries agenda;
    private final HistoryApi history;
    private final List<ArchivePart> parts;

    MeetingArchive(
            MeetingRights rights,
            Attendees attendees,
            AgendaQueries agenda,
            HistoryApi history,
            List<ArchivePart> parts) {
        this.rights = rights;
        this.attendees = attendees;
        this.agenda = agenda;
        this.history = history;
        this.parts = List.copyOf(parts);
    }

    /** @param minutes as Word; empty where there are none */
    public byte[] pack(UUID meetingId, byte[] minutes, Page page, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        if (!MeetingRights.seesAll(viewer) && !MeetingRights.mayPrepare(meeting, viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        Map<String, byte[]> files = new TreeMap<>();
        files.put(page.t("meetings.archive.agenda") + ".txt", agendaText(meeting, page));
        files.put(page.t("meetings.archive.people") + ".txt", peopleText(meetingId));
        files.put(page.t("meetings.archive.history") + ".txt", historyText(meetingId, page));
        if (minutes.length > 0) {
            files.put(page.t("meetings.archive.minutes") + ".docx", minutes);
        }
        parts.forEach(part -> files.putAll(part.files(meeting, viewer, page)));
        return HashedZip.of(files);
    }

    private byte[] agendaText(Meeting meeting, Page page) {
        StringBuilder text = new StringBuilder(meeting.title()).append('\n');
        agenda.lines(meeting)
                .forEach(line -> text.append(page.dateTime(line.from()))
                        .append('\t')
                        .append(line.topic().title())
                        .append('\t')
                        .append(line.topic().speaker())
                        .append('\n'));
        return text(text);
    }

    private byte[] peopleText(UUID meetingId) {
        StringBuilder text = new StringBuilder();
        for (Attendee one : attendees.of(meetingId)) {
            text.append(one.name()).append('\t').append(one.title()).append('\n');
        }
        return text(text);
    }

    private byte[] historyText(UUID meetingId, Page page) {
        StringBuilder text = new StringBuilder();
        history.of(meetingId, MOST_LINES)
                .forEach(line -> text.append(line.number())
                        .append('\t')
                        .append(page.dateTime(line.happenedAt()))
                        .append('\t')
                        .append(line.actorName())
                        .append('\t')
                        .append(page.tOrKey(line.textKey(), line.details()))
                        .append(line.reason() == null ? "" : "\t" + line.reason())
                        .append('\n'));
        return text(text);
    }

    private static byte[] text(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
