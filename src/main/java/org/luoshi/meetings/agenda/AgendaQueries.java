package org.luoshi.meetings.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads agendas; clock times follow from the start and the minutes of what comes before. */
@Component
@Transactional(readOnly = true)
public class AgendaQueries {

    private final TopicStore store;
    private final MeetingRights rights;
    private final LedgerApi ledger;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final JdbcClient jdbc;
    private final Clock clock;

    AgendaQueries(
            TopicStore store,
            MeetingRights rights,
            LedgerApi ledger,
            OrganizationApi organization,
            FilesApi files,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.ledger = ledger;
        this.organization = organization;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Accepted topics in their order with their times. */
    public List<TimedTopic> lines(Meeting meeting) {
        return lines(meeting, store.of(meeting.id()));
    }

    private static List<TimedTopic> lines(Meeting meeting, List<Topic> topics) {
        List<TimedTopic> lines = new ArrayList<>();
        Instant at = meeting.startsAt();
        for (Topic topic : topics) {
            if (topic.state() == Topic.State.ACCEPTED) {
                Instant to = at.plusSeconds(60L * topic.minutes());
                lines.add(new TimedTopic(lines.size() + 1, at, to, topic));
                at = to;
            }
        }
        return lines;
    }

    public AgendaView of(UUID meetingId, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        boolean keeper = MeetingRights.mayPrepare(meeting, viewer);
        boolean all = keeper || MeetingRights.seesAll(viewer);
        List<Topic> topics = store.of(meetingId);
        List<TimedTopic> lines = lines(meeting, topics);
        List<TopicStore.Request> requests = store.requests(meetingId);
        Map<UUID, String> names = names(topics, requests);
        List<Topic> others = topics.stream()
                .filter(topic -> topic.state() != Topic.State.ACCEPTED)
                .filter(topic -> all
                        || topic.proposedBy().equals(viewer.personId())
                        || topic.unitId() != null && viewer.unitIds().contains(topic.unitId()))
                .toList();
        List<AgendaView.AskedUnit> asked =
                requests.stream().map(request -> asked(request, names)).toList();
        int minutes = lines.stream().mapToInt(line -> line.topic().minutes()).sum();
        return new AgendaView(
                meeting,
                lines,
                others,
                minutes,
                warnings(meeting, lines, minutes),
                all ? overdueBefore(meeting, viewer) : List.of(),
                all ? asked : List.of(),
                asked.stream()
                        .filter(one -> viewer.unitIds().contains(one.unitId()))
                        .toList(),
                filesOf(meetingId, seen(lines, others)),
                names,
                keeper && meeting.state().isOpen());
    }

    private AgendaView.AskedUnit asked(TopicStore.Request request, Map<UUID, String> names) {
        Instant answered = request.answeredAt();
        Instant until = answered == null ? clock.instant() : answered;
        return new AgendaView.AskedUnit(
                request.unitId(),
                names.getOrDefault(request.unitId(), "—"),
                request.due(),
                answered != null,
                request.none(),
                until.isAfter(request.due()));
    }

    private Map<UUID, String> names(List<Topic> topics, List<TopicStore.Request> requests) {
        List<UUID> ids = new ArrayList<>(
                requests.stream().map(TopicStore.Request::unitId).toList());
        topics.stream().map(Topic::unitId).filter(Objects::nonNull).forEach(ids::add);
        Map<UUID, String> names = new HashMap<>();
        organization.units(ids).values().forEach((Unit unit) -> names.put(unit.id(), unit.shortName()));
        return names;
    }

    private static Set<UUID> seen(List<TimedTopic> lines, List<Topic> others) {
        return Stream.concat(lines.stream().map(TimedTopic::topic), others.stream())
                .map(Topic::id)
                .collect(Collectors.toSet());
    }

    /** Papers of the topics that the viewer sees, and of no others. */
    private Map<UUID, List<AgendaView.TopicFile>> filesOf(UUID meetingId, Set<UUID> topics) {
        List<TopicStore.Attached> attached = store.files(meetingId).stream()
                .filter(one -> topics.contains(one.topicId()))
                .toList();
        Map<UUID, StoredFile> stored =
                files.find(attached.stream().map(TopicStore.Attached::fileId).toList());
        return attached.stream()
                .filter(one -> stored.containsKey(one.fileId()))
                .collect(Collectors.groupingBy(
                        TopicStore.Attached::topicId,
                        Collectors.mapping(
                                one -> new AgendaView.TopicFile(
                                        one.fileId(),
                                        Objects.requireNonNull(stored.get(one.fileId()))
                                                .name()),
                                Collectors.toList())));
    }

    private static List<AgendaView.AgendaWarning> warnings(Meeting meeting, List<TimedTopic> lines, int minutes) {
        List<AgendaView.AgendaWarning> warnings = new ArrayList<>();
        if (lines.isEmpty()) {
            return warnings;
        }
        int difference = minutes - meeting.minutes();
        if (difference != 0) {
            warnings.add(new AgendaView.AgendaWarning(
                    difference > 0 ? "meetings.agenda.too-long" : "meetings.agenda.time-left",
                    Map.of("minutes", String.valueOf(Math.abs(difference)))));
        }
        long silent =
                lines.stream().filter(line -> line.topic().speaker().isEmpty()).count();
        if (silent > 0) {
            warnings.add(new AgendaView.AgendaWarning(
                    "meetings.agenda.no-speaker", Map.of("count", String.valueOf(silent))));
        }
        long principals =
                lines.stream().filter(line -> line.topic().principal()).count();
        if (principals > 1) {
            warnings.add(new AgendaView.AgendaWarning(
                    "meetings.agenda.two-principals", Map.of("count", String.valueOf(principals))));
        }
        return warnings;
    }

    /** Matters of the last meeting of the same kind that are open although their limit is over. */
    private List<ItemStanding> overdueBefore(Meeting meeting, Actor viewer) {
        List<UUID> items = jdbc.sql("""
                        select d.item_id from meetings.decision d
                        where d.item_id is not null and d.meeting_id = (
                            select m.id from meetings.meeting m
                            where m.kind = :kind and m.held_at is not null and m.starts_at < :starts and m.id <> :id
                            order by m.starts_at desc, m.id desc limit 1)
                        order by d.place
                        """)
                .param("kind", meeting.kind())
                .param("starts", Sql.at(meeting.startsAt()))
                .param("id", meeting.id())
                .query(UUID.class)
                .list();
        return ledger.standings(items, viewer).stream()
                .filter(ItemStanding::overdue)
                .toList();
    }
}
