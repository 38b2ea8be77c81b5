package org.luoshi.meetings.after;

import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Minutes and decisions on the page of a meeting. */
@Component
class MinutesCard implements MeetingCardSource {

    private final MinutesQueries queries;

    MinutesCard(MinutesQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        MinutesView view = queries.of(meeting.id(), viewer);
        Minutes minutes = view.minutes();
        String key = minutes == null
                ? "meetings.minutes.card.none"
                : minutes.signedAt() == null ? "meetings.minutes.card.draft" : "meetings.minutes.card.signed";
        boolean wanted = meeting.state() == MeetingState.HELD && (minutes == null || minutes.signedAt() == null);
        return List.of(new MeetingCard(
                60,
                page.t("meetings.minutes.title"),
                wanted ? "soon" : minutes == null ? null : "done",
                page.t(key),
                view.handed() == 0
                        ? List.of()
                        : List.of(page.t(
                                "meetings.minutes.card.decisions", "handed", view.handed(), "done", view.done())),
                "/meetings/" + meeting.id() + "/minutes"));
    }
}
