package org.luoshi.meetings.invitation;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;

/** Meetings of the invented office to which units were invited. */
final class InvitedHouse {

    final InventedMeetings meetings;

    InvitedHouse(InventedMeetings meetings) {
        this.meetings = meetings;
    }

    <T> T bean(Class<T> type) {
        return meetings.bean(type);
    }

    /** A planned meeting of which these units were given notice, with two seats each. */
    Meeting noticed(String title, String start, Unit... units) {
        Meeting meeting = meetings.withoutPeople(meetings.planned("TOPICAL", title, start, 120));
        bean(InviteeService.class)
                .invite(
                        meeting.id(),
                        Arrays.stream(units).map(Unit::id).toList(),
                        2,
                        "其中1位分管负责同志",
                        meetings.office.officer());
        send(meeting, "2026-03-04T17:00:00+08:00");
        return meetings.find(meeting.id());
    }

    MeetingNotice send(Meeting meeting, String reportBy) {
        NoticeWords words = new NoticeWords(
                "一、部署工作",
                "正装",
                "带本单位情况",
                "周慎行",
                "010-0000",
                "",
                OffsetDateTime.parse(reportBy).toInstant(),
                false);
        return bean(MeetingNoticeService.class).send(meeting.id(), words, meetings.office.officer());
    }

    void answer(Meeting meeting, Unit unit, Actor actor, NamedPerson... people) {
        answer(meeting, unit, meetings.find(meeting.id()).noticed(), actor, people);
    }

    void answer(Meeting meeting, Unit unit, int notice, Actor actor, NamedPerson... people) {
        bean(ReceiptService.class)
                .answer(meeting.id(), unit.id(), new ReceiptAnswer(notice, true, "", List.of(people)), actor);
    }

    void decline(Meeting meeting, Unit unit, Actor actor, String reason) {
        bean(ReceiptService.class)
                .answer(
                        meeting.id(),
                        unit.id(),
                        new ReceiptAnswer(meetings.find(meeting.id()).noticed(), false, reason, List.of()),
                        actor);
    }

    static NamedPerson person(String name) {
        return new NamedPerson(name, "副局长", "010-1234", RankClass.DEPUTY, "", "");
    }

    static NamedPerson substitute(String name, String insteadOf) {
        return new NamedPerson(name, "处长", "010-5678", RankClass.DIVISION_HEAD, insteadOf, "出差");
    }

    Meeting move(Meeting meeting, String start) {
        Meeting now = meetings.find(meeting.id());
        var startsAt = OffsetDateTime.parse(start).toInstant();
        return bean(MeetingService.class)
                .move(
                        meeting.id(),
                        new MoveMeeting(
                                now.version(),
                                startsAt,
                                startsAt.plusSeconds(7200),
                                now.place(),
                                now.chairId(),
                                now.audience(),
                                "领导另有安排"),
                        meetings.office.officer());
    }

    ReceiptLine line(Meeting meeting, Unit unit) {
        return line(meeting.id(), unit);
    }

    ReceiptLine line(UUID meetingId, Unit unit) {
        return bean(ReceiptQueries.class).lines(meetingId, meetings.office.officer()).stream()
                .filter(line -> line.unit().id().equals(unit.id()))
                .findFirst()
                .orElseThrow();
    }

    List<String> names(Meeting meeting, Unit unit) {
        return line(meeting, unit).people().stream().map(one -> one.name()).toList();
    }
}
