package org.luoshi.meetings.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.meetings.core.MeasureSource;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingCardSource;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveEffects;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What the agenda says on other pages: the meeting's own, the screen of a move, the rules. */
@Component
class AgendaParts implements MeetingCardSource, MoveEffects, MeasureSource {

    private final AgendaQueries queries;
    private final TopicStore store;

    AgendaParts(AgendaQueries queries, TopicStore store) {
        this.queries = queries;
        this.store = store;
    }

    @Override
    public List<MeetingCard> cardsFor(Meeting meeting, Actor viewer, Page page) {
        List<TimedTopic> lines = queries.lines(meeting);
        int minutes = lines.stream().mapToInt(line -> line.topic().minutes()).sum();
        boolean odd = !lines.isEmpty()
                && minutes != meeting.minutes()
                && meeting.state().isOpen();
        return List.of(new MeetingCard(
                10,
                page.t("meetings.agenda.title"),
                odd ? "soon" : null,
                odd ? page.t("meetings.agenda.does-not-add-up") : "",
                List.of(page.t("meetings.agenda.card", "count", lines.size(), "minutes", minutes)),
                "/meetings/" + meeting.id() + "/topics"));
    }

    @Override
    public List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page) {
        List<MoveEffect> effects = new ArrayList<>();
        store.requests(before.id()).stream()
                .filter(request -> request.answeredAt() == null && request.due().isAfter(after.startsAt()))
                .findFirst()
                .ifPresent(request -> effects.add(new MoveEffect(
                        MoveEffect.Topic.PAPERS,
                        MoveEffect.Weight.ASKS,
                        page.t("meetings.agenda.due-after", "due", page.dateTime(request.due())),
                        "/meetings/" + before.id() + "/topics")));
        int minutes = queries.lines(before).stream()
                .mapToInt(line -> line.topic().minutes())
                .sum();
        if (minutes > after.minutes()) {
            effects.add(new MoveEffect(
                    MoveEffect.Topic.PAPERS,
                    MoveEffect.Weight.ASKS,
                    page.t("meetings.agenda.too-long", "minutes", minutes - after.minutes()),
                    "/meetings/" + before.id() + "/topics"));
        }
        return effects;
    }

    /** B-18: how long the longest speech of a head is; not known while there is no topic. */
    @Override
    public Map<String, Long> of(Meeting meeting) {
        List<Topic> topics = store.of(meeting.id()).stream()
                .filter(topic -> topic.state() == Topic.State.ACCEPTED)
                .toList();
        return topics.isEmpty()
                ? Map.of()
                : Map.of(
                        "longest-speech",
                        topics.stream()
                                .filter(Topic::principal)
                                .mapToLong(Topic::minutes)
                                .max()
                                .orElse(0));
    }
}
