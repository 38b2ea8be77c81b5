package org.luoshi.meetings.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.invitation.ReceiptFigures.ReceiptCounts;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notice and receipts on the page of a meeting: for the office all of them, for a unit its own. */
@Component
@Transactional(readOnly = true)
class InvitationCards implements MeetingCardSource {

    private static final int ORDER = 20;

    private final MeetingNoticeStore notices;
    private final ReceiptFigures figures;
    private final ReceiptQueries queries;

    InvitationCards(MeetingNoticeStore notices, ReceiptFigures figures, ReceiptQueries queries) {
        this.notices = notices;
        this.figures = figures;
        this.queries = queries;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        Optional<MeetingNotice> newest = notices.newest(meeting.id());
        boolean office = MeetingRights.seesAll(viewer) || MeetingRights.mayPrepare(meeting, viewer);
        List<MeetingCard> cards = new ArrayList<>();
        if (newest.isEmpty()) {
            if (MeetingRights.mayPrepare(meeting, viewer) && meeting.state() == MeetingState.PLANNED) {
                cards.add(unsent(meeting, page));
            }
            return cards;
        }
        cards.add(sent(newest.get(), page));
        if (office) {
            cards.add(receipts(meeting, page));
        } else {
            queries.ownUnit(meeting.id(), viewer).ifPresent(unit -> cards.add(own(meeting, unit, viewer, page)));
        }
        return cards;
    }

    private MeetingCard unsent(Meeting meeting, Page page) {
        int units = figures.of(meeting.id()).units();
        return card(
                page.t("meetings.invitation.card.notice"),
                "soon",
                page.t("meetings.invitation.card.unsent"),
                List.of(page.t("meetings.invitation.card.units", "count", units)),
                InvitationDesk.address(meeting.id()) + "/notice");
    }

    private static MeetingCard sent(MeetingNotice newest, Page page) {
        return card(
                page.t("meetings.invitation.card.notice"),
                null,
                page.t("meetings.invitation.card.version", "number", newest.number()),
                List.of(page.t("meetings.invitation.card.sent", "at", page.dateTime(newest.sentAt()))),
                InvitationDesk.address(newest.meetingId()) + "/notice");
    }

    private MeetingCard receipts(Meeting meeting, Page page) {
        ReceiptCounts counts = figures.of(meeting.id());
        boolean open = meeting.state() == MeetingState.PLANNED;
        boolean waits = counts.silent() + counts.toConfirm() > 0;
        List<String> lines = new ArrayList<>();
        lines.add(page.t("meetings.invitation.card.silent", "count", counts.silent(), "confirm", counts.toConfirm()));
        lines.add(page.t("meetings.invitation.card.people", "count", counts.people()));
        return card(
                page.t("meetings.invitation.card.receipts"),
                !open ? "done" : waits ? "soon" : "ok",
                page.t("meetings.invitation.card.answered", "count", counts.answered(), "units", counts.units()),
                lines,
                InvitationDesk.address(meeting.id()) + "/receipts");
    }

    private MeetingCard own(Meeting meeting, UUID unit, Actor viewer, Page page) {
        ReceiptLine line = queries.of(meeting.id(), unit, viewer).line();
        return card(
                page.t("meetings.invitation.card.own"),
                meeting.state() == MeetingState.PLANNED ? line.light() : "done",
                page.t("meetings.invitation.state", line.state()),
                List.of(page.t(
                        "meetings.invitation.seats",
                        "seats",
                        line.seats(),
                        "named",
                        line.people().size())),
                InvitationDesk.address(meeting.id()) + "/receipt?unit=" + unit);
    }

    private static MeetingCard card(
            String title, @Nullable String light, String state, List<String> lines, String href) {
        return new MeetingCard(ORDER, title, light, state, lines, href);
    }
}
