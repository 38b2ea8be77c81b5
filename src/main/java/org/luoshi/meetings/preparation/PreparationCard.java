package org.luoshi.meetings.preparation;

import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Preparation on the page of a meeting: what is open and what is late. */
@Component
class PreparationCard implements MeetingCardSource {

    private final PreparationQueries queries;

    PreparationCard(PreparationQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        PreparationQueries.MeetingTasks tasks = queries.of(meeting.id(), viewer);
        long done = tasks.lines().size() - tasks.open();
        boolean planned = meeting.state() == MeetingState.PLANNED;
        String light = !planned ? null : tasks.late() > 0 ? "late" : tasks.open() > 0 ? "ok" : "done";
        String state = !planned
                ? ""
                : page.t(
                        tasks.late() > 0
                                ? "meetings.preparation.card.late"
                                : tasks.open() > 0
                                        ? "meetings.preparation.card.on-course"
                                        : "meetings.preparation.card.done",
                        "count",
                        tasks.late());
        return List.of(new MeetingCard(
                30,
                page.t("meetings.preparation.title"),
                light,
                state,
                List.of(page.t(
                        "meetings.preparation.card.tasks",
                        "done",
                        done,
                        "all",
                        tasks.lines().size())),
                "/meetings/" + meeting.id() + "/preparation"));
    }
}
