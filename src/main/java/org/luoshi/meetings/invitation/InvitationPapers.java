package org.luoshi.meetings.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.luoshi.meetings.after.ArchivePart;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.venue.HandbookPart;
import org.luoshi.meetings.venue.HandbookText;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notice as the first chapter of the handbook; every version of it and the receipts in the archive. */
@Component
@Transactional(readOnly = true)
class InvitationPapers implements HandbookPart, ArchivePart {

    private static final int FIRST = 10;

    private final MeetingNoticeStore notices;
    private final MeetingNoticeWriter writer;
    private final ReceiptSheetWriter sheets;

    InvitationPapers(MeetingNoticeStore notices, MeetingNoticeWriter writer, ReceiptSheetWriter sheets) {
        this.notices = notices;
        this.writer = writer;
        this.sheets = sheets;
    }

    @Override
    public List<HandbookText> chapters(Meeting meeting, Actor viewer, Page page) {
        Optional<MeetingNotice> newest = notices.newest(meeting.id());
        return newest.isEmpty() ? List.of() : List.of(chapter(newest.get(), page));
    }

    private static HandbookText chapter(MeetingNotice notice, Page page) {
        List<String> paragraphs = new ArrayList<>();
        add(paragraphs, "time", MeetingNoticeWriter.when(page, notice), page);
        add(paragraphs, "place", notice.place(), page);
        add(paragraphs, "chair", notice.chair(), page);
        add(paragraphs, "dress", notice.dress(), page);
        add(paragraphs, "materials", notice.materials(), page);
        add(paragraphs, "contact", (notice.contact() + "　" + notice.telephone()).strip(), page);
        add(paragraphs, "words", notice.words(), page);
        return new HandbookText(FIRST, page.t("meetings.invitation.notice"), paragraphs);
    }

    private static void add(List<String> paragraphs, String name, String text, Page page) {
        if (!text.isBlank()) {
            paragraphs.add(page.t("meetings.invitation.paper." + name) + text);
        }
    }

    @Override
    public Map<String, byte[]> files(Meeting meeting, Actor viewer, Page page) {
        Map<String, byte[]> files = new TreeMap<>();
        for (MeetingNotice notice : notices.of(meeting.id())) {
            files.put(
                    page.t("meetings.invitation.archive.notice", "number", notice.number()) + ".docx",
                    writer.write(meeting.id(), notice.number(), page, viewer));
        }
        if (!files.isEmpty()) {
            files.put(page.t("meetings.invitation.receipts") + ".xlsx", sheets.write(meeting.id(), page, viewer));
        }
        return files;
    }
}
