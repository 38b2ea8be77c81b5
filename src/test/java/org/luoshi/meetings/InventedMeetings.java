package org.luoshi.meetings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.BeanFactory;

/** Meetings of the invented office, made through the room's own steps: the officer proposes, the director approves. */
public final class InventedMeetings {

    public final InventedOffice office;
    public final TestClock clock;
    private final BeanFactory beans;
    private final MeetingService service;

    public InventedMeetings(BeanFactory beans) {
        this.beans = beans;
        office = InventedOffice.in(bean(OrganizationApi.class), bean(AccessApi.class));
        clock = bean(TestClock.class);
        service = bean(MeetingService.class);
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** {@code wanted("NATIONAL_VIDEO", "演示会", "2026-03-06T09:00:00+08:00", 120)}: chaired by the leader, prepared by the officer. */
    public NewMeeting wanted(String kind, String title, String start, int minutes) {
        Instant startsAt = OffsetDateTime.parse(start).toInstant();
        return new NewMeeting(
                kind,
                title,
                "演示：部署有关工作",
                Audience.PROVINCE,
                false,
                false,
                false,
                office.officer().personId(),
                office.leader().personId(),
                startsAt,
                startsAt.plusSeconds(60L * minutes),
                "演示楼第一会议室",
                30,
                0,
                "",
                "");
    }

    /** A planned one. */
    public Meeting planned(String kind, String title, String start, int minutes) {
        return planned(wanted(kind, title, start, minutes));
    }

    public Meeting planned(NewMeeting wanted) {
        UUID id = service.propose(wanted, office.officer());
        service.submit(id, office.officer());
        service.approve(id, office.director());
        return find(id);
    }

    /** The same with nobody on its list, not even the chair: for tests that put down whom they need. */
    public Meeting withoutPeople(Meeting meeting) {
        Attendees attendees = bean(Attendees.class);
        attendees.of(meeting.id()).forEach(one -> attendees.remove(one.id()));
        return meeting;
    }

    public Meeting find(UUID id) {
        return bean(MeetingStore.class).find(id).orElseThrow();
    }
}
