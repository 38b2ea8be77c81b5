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
    private final TaskStore store;

    PreparationCard(PreparationQueries queries, TaskStore store) {
        this.queries = queries;
        this.store = store;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        List<PreparationTask> tasks = store.of(meeting.id());
        long open = tasks.stream().filter(PreparationTask::isOpen).count();
        boolean planned = meeting.state() == MeetingState.PLANNED;
        // Only what is still to be held is planned, and a plan looks at everybody's tasks.
        long late = planned ? queries.of(meeting.id(), viewer).late() : 0;
        String light = late > 0 ? "late" : open > 0 ? "ok" : "done";
        String key = late > 0
                ? "meetings.preparation.card.late"
                : open > 0 ? "meetings.preparation.card.on-course" : "meetings.preparation.card.done";
        return List.of(new MeetingCard(
                30,
                page.t("meetings.preparation.title"),
                planned ? light : null,
                planned ? page.t(key, "count", late) : "",
                List.of(page.t("meetings.preparation.card.tasks", "done", tasks.size() - open, "all", tasks.size())),
                "/meetings/" + meeting.id() + "/preparation"));
    }
}
